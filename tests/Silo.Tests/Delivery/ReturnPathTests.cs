using System.Net.Http.Json;
using System.Text.Json;
using Actors.Grains.Ids;
using Actors.Mail.Macs;
using Actors.Mail.Reports.ReturnPaths;
using Actors.Silo.Configuration;
using Actors.Silo.Tests.Configuration;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Delivery;

public sealed class ReturnPathTests : IDisposable
{
    private const string Domain = "bounces.example.org";
    private readonly Folder folder = new();

    private string KeyFile => Path.Combine(folder.Data, "return-path-keys");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task with_a_domain_each_message_leaves_from_an_address_of_its_own()
    {
        var sent = await Sent(Domain);

        sent.Select(mail => mail.From.Split('@')[1]).ShouldBe([Domain, Domain]);
        MacKeys.TryParse(await File.ReadAllTextAsync(KeyFile), out var keys, out _).ShouldBeTrue();
        foreach (var (from, message) in sent)
        {
            ReturnPathToken.TryParse(from.Split('@')[0], out var token).ShouldBeTrue(from);
            token!.IsOf(keys!, "demo").ShouldBeTrue();
            token.IsOf(keys!, "other").ShouldBeFalse();
            MessageId.TryParse(message, out var id).ShouldBeTrue();
            SortableId.FromBits(token.Submission).ShouldBe(id.Submission.Value);
            token.Recipient.ShouldBe(id.Recipient);
        }
    }

    [Fact]
    public async Task without_a_domain_it_leaves_from_the_senders()
    {
        (await Sent("")).Select(mail => mail.From).ShouldBe(["news@sandbox.test", "news@sandbox.test"]);
        File.Exists(KeyFile).ShouldBeFalse();
    }

    [Fact]
    public async Task the_keys_are_made_once_and_their_owners_alone()
    {
        await Sent(Domain);
        var made = await File.ReadAllTextAsync(KeyFile);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using (await RunningSilo.Start(folder.Data, WithDomain(Domain)))
            (await File.ReadAllTextAsync(KeyFile)).ShouldBe(made);
    }

    [Fact]
    public void keys_that_cannot_be_read_are_named_before_the_start()
    {
        Directory.CreateDirectory(folder.Data);
        File.WriteAllText(KeyFile, "1 short");
        Check(("Delivery:ReturnPathDomain", Domain)).ShouldHaveSingleItem()
            .Rule.ShouldStartWith("needs the keys in return-path-keys: line 1 has to be");
        Check().ShouldBeEmpty();
    }

    private ConfigurationProblem[] Check(params (string, string)[] given) => [.. MachineRules.Check(Reading.Of([
        ("Data", folder.Data), ("Http:Listen", "127.0.0.1:0"), ("Submission:Listen", ""), ("Submission:ListenTls", ""),
        ("Inbound:Listen", ""),
        .. given]))];

    private static Func<SiloSettings, SiloSettings> WithDomain(string domain) => settings =>
        settings with { Delivery = settings.Delivery with { ReturnPathDomain = domain } };

    /// <returns>MAIL FROM and id of one submission's two messages, as the sandbox received them.</returns>
    private async Task<(string From, string Message)[]> Sent(string domain)
    {
        await using var silo = await RunningSilo.Start(folder.Data, WithDomain(domain));
        var first = (await silo.Beginning.Prepare())!;
        silo.Http.DefaultRequestHeaders.Authorization = new("Bearer", first.ApiKey);
        using var answer = await silo.Http.PostAsJsonAsync("/v1/messages", new
        {
            smtp_account = "acc_demo",
            from = "news@sandbox.test",
            to = new[] { "delivered@sandbox.test", "delivered+2@sandbox.test" },
            subject = "hello",
            text = "text",
        });
        answer.EnsureSuccessStatusCode();
        await silo.Delivered(first.ApiKey, 2);
        var page = await silo.Http.GetFromJsonAsync<JsonElement>("/v1/sandbox/messages");
        return [.. page.GetProperty("data").EnumerateArray().Select(mail => (
            mail.GetProperty("mail_from").GetString()!.Trim('<', '>'), mail.GetProperty("recipient").GetString()!))];
    }
}
