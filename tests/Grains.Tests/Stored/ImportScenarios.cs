using System.Globalization;
using System.Text;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Imports;
using Actors.Grains.Plans;
using Actors.Grains.Subscriptions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Stored;

/// <summary>Imports on threads, over the store that production uses, on either engine.</summary>
public sealed class ImportScenarios : IAsyncLifetime
{
    private const int Rows = 3_000;

    private readonly StoredWorld world = new();
    private int last;

    public async Task InitializeAsync()
    {
        await world.Start();
        (await world.Grains.GetGrain<ISubscriptionGrain>(Shop.Tenant.Value)
            .Apply(new SubscriptionCommand.SetPlan(PlanName.Pro), null)).Refusal.ShouldBeNull();
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task imports_of_one_tenant_end_one_after_another_with_every_row_once()
    {
        var imports = await Task.WhenAll(Upload("a"), Upload("b"), Upload("a"));
        var ended = await Task.WhenAll(imports.Select(Ended));
        ended.ShouldAllBe(one => one.Status == ImportStatus.Done && one.Counts.Rows == Rows);
        (ended.Sum(one => one.Counts.Created), ended.Sum(one => one.Counts.Unchanged)).ShouldBe((2 * Rows, Rows));
    }

    [Fact]
    public async Task while_contacts_change_under_it_an_import_takes_each_row_and_loses_no_change()
    {
        var import = await Upload("c");
        EmailAddress[] some = [.. Enumerable.Range(0, 300).Select(i => EmailAddress.Parse($"c{i * 10}@example.org"))];
        (await Task.WhenAll(some.Select(address => Contact(address).Ask(
            new ContactCommand.Block(address, null, "x", null), null)))).ShouldAllBe(one => one.Refusal == null);
        (await Ended(import)).Counts.ShouldBe(new ImportCounts { Rows = Rows, Created = Rows });
        (await Task.WhenAll(some.Select(address => Contact(address).Get())))
            .ShouldAllBe(one => one.Value!.IsContact && one.Value.Entries.Length == 1);
    }

    private IContactGrain Contact(EmailAddress address) =>
        world.Grains.Contact(ContactKey.Of(Shop.Tenant, address));

    private async Task<ImportKey> Upload(string name)
    {
        var id = ImportKey.Prefix
            + SortableId.FromBits((UInt128)Interlocked.Increment(ref last)).ToLowerInvariant();
        (await world.Grains.Imports(Shop.Tenant).Begin(
            id, new ImportDraft(ImportKind.Contacts, ImportFormat.Csv, null, ["news"], null))).Refusal.ShouldBeNull();
        var text = new StringBuilder("email,city\n");
        for (var i = 0; i < Rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"{name}{i}@example.org,Oslo\n");
        var key = new ImportKey(Shop.Tenant, id);
        (await world.Grains.Import(key).Append(
            new ImportPart(0, Encoding.UTF8.GetBytes(text.ToString()), true))).Refusal.ShouldBeNull();
        return key;
    }

    private async Task<ImportView> Ended(ImportKey key)
    {
        while (true)
        {
            var view = (await world.Grains.Import(key).WaitForEnd(TimeSpan.FromSeconds(10))).Value.ShouldNotBeNull();
            if (view.Status.HasEnded())
                return view;
        }
    }
}
