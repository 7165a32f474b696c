using System.Text.Json.Nodes;
using Actors.Crash.Load;
using Actors.Crash.Processes;
using Actors.Crash.Settings;

namespace Actors.Crash.Contacts;

/// <summary>A server whose mail has return paths and links, its readers, and somebody who is told of rates.</summary>
internal sealed class ContactRig : IAsyncDisposable
{
    /// <summary>Of the tenant.</summary>
    private const string Admin = "admin@crash.test";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("actors-crash-");

    private readonly JsonObject thresholds;

    private ContactRig(Letterbox letters, JsonObject thresholds) => (Letters, this.thresholds) = (letters, thresholds);

    public Letterbox Letters { get; }

    /// <summary>Of the first start.</summary>
    public FirstKeys Keys { get; private set; } = null!;

    public string Data => Path.Combine(folder.FullName, "data");

    /// <summary>The first start: a route to the readers, somebody to be told, and a plan for any number.</summary>
    /// <param name="thresholds">Of the plan.</param>
    public static async Task<ContactRig> SetUp(JsonObject thresholds)
    {
        var rig = new ContactRig(await Letterbox.Start(), thresholds);
        await rig.Prepare();
        return rig;
    }

    public SiloProcess Start() => SiloProcess.Start(new SiloLaunch(Data, "contacts.crash.test")
    {
        More = new Dictionary<string, string>
        {
            ["HTTP_PUBLIC_URL"] = "https://mail.crash.test",
            ["DELIVERY_RETURN_PATH_DOMAIN"] = Doors.ReturnPathDomain,
            ["INBOUND_CONNECTIONS_PER_ADDRESS_MAX"] = "100",
        },
    });

    /// <summary>Sets the plan.</summary>
    /// <param name="activeContacts">That it includes; null for any number.</param>
    public Task Include(SettingsApi operators, long? activeContacts) =>
        operators.Do(HttpMethod.Put, "admin/plans/enterprise", new JsonObject
        {
            ["price"] = 0, ["log_retention_days"] = 30, ["roles"] = true, ["blacklist_file"] = true,
            ["active_contacts_per_month"] = activeContacts, ["thresholds"] = thresholds.DeepClone(),
        });

    /// <summary>Subjects of what the admin was told, each mail once however many copies came. Before live delivery the
    /// platform's mails go to the sandbox.</summary>
    public static async Task<IReadOnlyList<string>> Told(SettingsApi customer) =>
    [
        .. (await customer.List("sandbox/messages")).Where(mail => (string?)mail["rcpt_to"] == $"<{Admin}>")
            .Select(mail => ((string)mail["recipient"]!, (string)mail["subject"]!)).Distinct().Select(one => one.Item2),
    ];

    public async ValueTask DisposeAsync()
    {
        await Letters.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task Prepare()
    {
        await using var first = Start();
        var server = await first.Listening();
        Keys = server.Keys ?? throw new InvalidOperationException("a first start shows keys");
        using (var admin = new ServerApi(server.Http, Keys.Operator))
            await admin.SetUp(Letters.Port);
        using var operators = new SettingsApi(server.Http, Keys.Operator);
        using var customers = new SettingsApi(server.Http, Keys.Api);
        await Include(operators, null);
        var customer = Catalogue.CustomerIn(Catalogue.FirstCity);
        customer["contact_email"] = Admin;
        await customers.Do(HttpMethod.Put, "customer", customer);
        await first.Stop();
    }
}
