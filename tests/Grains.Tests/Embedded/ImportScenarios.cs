using System.Text;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Imports;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded;

public sealed class ImportScenarios : Scenario
{
    private int last;

    [Fact]
    public void a_file_is_read_and_told_of_and_nothing_of_it_is_left()
    {
        var import = Upload("email,city\nann@example.org,Oslo\nnobody,Oslo\n");
        var view = View(import);
        (view.Status, view.Counts).ShouldBe(
            (ImportStatus.Done, new ImportCounts { Rows = 2, Created = 1, Failed = 1 }));
        (view.Read, view.ErrorsKept).ShouldBe((view.Received, 1));
        Contact("ann@example.org").ShouldNotBeNull().Details["city"].ShouldBe("Oslo");
        World.Run(World.Grains.Import(import).Errors(0, 10)).Value!.Errors.ShouldHaveSingleItem().Row.ShouldBe(3);
        World.Store.Imports.PartsLeft.ShouldBe(0);
    }

    [Fact]
    public void one_import_of_a_tenant_is_read_after_another_and_another_tenants_beside_them()
    {
        var other = TenantId.Parse("other");
        World.AddTenant(other);
        World.StartClock();
        var gate = World.Store.Imports.Gate = new TaskCompletionSource();
        var (first, second) = (Upload("email\na@example.org\n"), Upload("email\nb@example.org\n"));
        World.Store.Imports.Gate = null;
        var foreign = Upload("email\nc@example.org\n", other);
        World.Advance(TimeSpan.FromMinutes(2));
        (View(first).Status, View(second).Status, View(foreign).Status)
            .ShouldBe((ImportStatus.Reading, ImportStatus.Waiting, ImportStatus.Done));
        gate.SetResult();
        World.Settle();
        (View(first).Status, View(second).Status).ShouldBe((ImportStatus.Done, ImportStatus.Done));
    }

    [Fact]
    public void a_contact_that_somebody_changes_meanwhile_is_decided_again()
    {
        World.Store.Imports.BeforeContacts = () =>
        {
            World.Store.Imports.BeforeContacts = null;
            World.Store.Put(
                ContactKey.Of(GrainWorld.Shop, EmailAddress.Parse("ann@example.org")),
                new ContactState { CreatedAt = World.Time.GetUtcNow(), Bounced = new ContactMark(default, null) });
        };
        var view = View(Upload("email\nann@example.org\nbob@example.org\n"));
        view.Counts.ShouldBe(new ImportCounts { Rows = 2, Created = 2 });
        Contact("ann@example.org").ShouldNotBeNull().Standing.ShouldBe(ContactStanding.Bounced);
    }

    [Fact]
    public void nothing_is_told_before_it_is_stored()
    {
        var reading = World.Store.Imports.Gate = new TaskCompletionSource();
        var import = Upload("email\na@example.org\n");
        var commit = World.Store.Imports.CommitGate = new TaskCompletionSource();
        reading.SetResult();
        World.Settle();
        (View(import).Status, View(import).Counts.Rows).ShouldBe((ImportStatus.Reading, 0));
        commit.SetResult();
        World.Settle();
        (View(import).Status, View(import).Counts.Rows).ShouldBe((ImportStatus.Done, 1));
    }

    [Fact]
    public void a_cancelled_import_reads_no_further_and_keeps_what_it_has_done()
    {
        var gate = World.Store.Imports.Gate = new TaskCompletionSource();
        var rows = Enumerable.Range(0, 3 * ImportLimits.RowsAtOnce).Select(i => $"r{i}@example.org\n");
        var import = Upload("email\n" + string.Concat(rows));
        var cancelling = World.Grains.Import(import).Cancel();
        World.Settle();
        cancelling.IsCompleted.ShouldBeFalse("rows are being read");
        gate.SetResult();
        var view = World.Run(cancelling).Value!;
        (view.Status, view.Counts.Created).ShouldBe((ImportStatus.Cancelled, ImportLimits.RowsAtOnce));
        Contact("r0@example.org").ShouldNotBeNull();
        World.Store.Imports.PartsLeft.ShouldBe(0);
        World.Run(World.Grains.Import(import).Append(new ImportPart(0, [1], true))).Refusal!.Code
            .ShouldBe(RefusalCode.Conflict);
    }

    [Fact]
    public void while_the_store_takes_nothing_it_waits_and_then_goes_on()
    {
        World.StartClock();
        var gate = World.Store.Imports.Gate = new TaskCompletionSource();
        var import = Upload("email\na@example.org\n");
        World.Store.FailNextWrites(1);
        gate.SetResult();
        World.Store.Imports.Gate = null;
        World.Settle();
        View(import).Status.ShouldBe(ImportStatus.Reading);
        World.Advance(TimeSpan.FromMinutes(2));
        View(import).Status.ShouldBe(ImportStatus.Done);
    }

    [Fact]
    public void an_upload_that_is_not_complete_in_a_day_goes_with_all_it_has()
    {
        World.StartClock();
        var import = Begin();
        World.Run(World.Grains.Import(import).Append(new ImportPart(0, new byte[1_000], false)));
        var nearly = World.Time.GetUtcNow() + ImportLimits.UploadTime - TimeSpan.FromMinutes(5);
        World.AdvanceTo(nearly, ImportLimits.UploadTime);
        View(import).Status.ShouldBe(ImportStatus.Uploading);
        World.Advance(TimeSpan.FromMinutes(7));
        World.Run(World.Grains.Import(import).Get()).Refusal!.Code.ShouldBe(RefusalCode.NotFound);
        World.Store.Imports.PartsLeft.ShouldBe(0);
    }

    [Fact]
    public void there_are_so_many_open_imports_of_a_tenant_and_no_more_however_many_ask_at_once()
    {
        var asked = Enumerable.Range(0, 50).Select(_ => World.Grains.Imports(GrainWorld.Shop).Begin(NextId(), Draft()))
            .ToArray();
        World.Settle();
        asked.Count(one => World.Run(one).Refusal is null).ShouldBe(ImportLimits.OpenMax);
        var begun = asked.Select(one => World.Run(one).Value).First(one => one is not null)!;
        World.Run(World.Grains.Import(Key(begun.Import.Id)).Cancel());
        World.Run(World.Grains.Imports(GrainWorld.Shop).Begin(NextId(), Draft())).Refusal.ShouldBeNull();
    }

    [Fact]
    public void one_idempotency_key_makes_one_import()
    {
        var imports = World.Grains.Imports(GrainWorld.Shop);
        var first = World.Run(imports.Begin(NextId(), Draft("key"))).Value!;
        var again = World.Run(imports.Begin(NextId(), Draft("key"))).Value!;
        (again.Import.Id, first.IsReplayed, again.IsReplayed).ShouldBe((first.Import.Id, false, true));
        World.Run(imports.Begin(NextId(), Draft("key") with { Name = "other" })).Refusal!.Code
            .ShouldBe(RefusalCode.IdempotencyKeyReused);
    }

    private static ImportDraft Draft(string? mark = null) =>
        new(ImportKind.Contacts, ImportFormat.Csv, null, [], mark);

    private static ImportKey Key(string id, TenantId? tenant = null) => new(tenant ?? GrainWorld.Shop, id);

    private string NextId() => ImportKey.Prefix + SortableId.FromBits((UInt128)(++last)).ToLowerInvariant();

    private ImportKey Begin(TenantId? tenant = null)
    {
        var key = Key(NextId(), tenant);
        World.Run(World.Grains.Imports(key.Tenant).Begin(key.Id, Draft())).Refusal.ShouldBeNull();
        return key;
    }

    private ImportKey Upload(string text, TenantId? tenant = null)
    {
        var key = Begin(tenant);
        World.Run(World.Grains.Import(key).Append(new ImportPart(0, Encoding.UTF8.GetBytes(text), true)))
            .Refusal.ShouldBeNull();
        return key;
    }

    private ImportView View(ImportKey key) => World.Run(World.Grains.Import(key).Get()).Value!;

    private ContactState? Contact(string address) =>
        World.Store.Contact(ContactKey.Of(GrainWorld.Shop, EmailAddress.Parse(address)));
}
