using Actors.Grains.Imports;
using Actors.Grains.Imports.Reading;
using Actors.Grains.Submissions;

namespace Actors.Grains.Tests.Imports;

public sealed class ImportRulesTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ImportDraft Draft = new(ImportKind.Contacts, ImportFormat.Csv, "spring", [], null);
    private static readonly ImportState Begun = ImportRules.Begun(Draft, Now);

    [Fact]
    public void octets_go_behind_those_that_are_there_and_nowhere_else()
    {
        var (one, _) = ImportRules.Appended(Begun, Part(0, 100));
        (one.Received, one.Status, one.Work?.Part?.Octets.Length).ShouldBe((100, ImportStatus.Uploading, 100));
        foreach (var elsewhere in new[] { 0L, 99, 101 })
        {
            var (same, refusal) = ImportRules.Appended(one, Part(elsewhere, 1));
            same.ShouldBeSameAs(one);
            refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.Conflict);
            refusal.Detail.ShouldContain("octet 100");
        }
    }

    [Fact]
    public void the_last_part_completes_it_also_one_with_nothing_in_it_and_then_there_is_no_more()
    {
        var (all, _) = ImportRules.Appended(Begun, Part(0, 0, isLast: true));
        (all.Status, all.Work).ShouldBe((ImportStatus.Waiting, null));
        ImportRules.Appended(all, Part(0, 1)).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.Conflict);
    }

    [Fact]
    public void a_file_of_the_largest_size_is_taken_and_one_octet_more_is_not()
    {
        var most = Begun with { Received = ImportLimits.OctetsMax - 10 };
        ImportRules.Appended(most, Part(most.Received, 10)).Refusal.ShouldBeNull();
        ImportRules.Appended(most, Part(most.Received, 11)).Refusal.ShouldNotBeNull().Code
            .ShouldBe(RefusalCode.TooLarge);
    }

    [Fact]
    public void an_upload_goes_after_a_day_and_what_has_ended_after_thirty()
    {
        (Begun.GoesAt, Begun.DueAt).ShouldBe((Now.AddHours(24), Now.AddHours(24)));
        var waiting = Begun with { Status = ImportStatus.Waiting, Received = 10 };
        waiting.GoesAt.ShouldBeNull();
        waiting.DueAt.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(Now);
        var ended = ImportRules.Ended(waiting, ImportStatus.Cancelled, Now.AddHours(1));
        ended.GoesAt.ShouldBe(Now.AddHours(1).AddDays(30));
        ended.DueAt.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(Now); // what was uploaded is to be removed
        ImportRules.Cleared(ended).DueAt.ShouldBe(ended.GoesAt);
    }

    [Fact]
    public void what_was_uploaded_is_removed_in_steps()
    {
        var ended = Begun with { Status = ImportStatus.Failed, Received = ImportLimits.ClearedAtOnce + 1 };
        ImportRules.Cleared(ended).Cleared.ShouldBe(ImportLimits.ClearedAtOnce);
        ImportRules.Cleared(ImportRules.Cleared(ended)).Cleared.ShouldBe(ended.Received);
    }

    [Fact]
    public void of_the_errors_so_many_are_kept_and_all_are_counted()
    {
        var import = Begun with { Received = 100, ErrorsKept = ImportLimits.ErrorsMax - 1 };
        var next = ImportRules.Read(import, Failures(3), At(50), Now);
        (next.ErrorsKept, next.Counts.Failed, next.Work?.Errors.Length).ShouldBe((ImportLimits.ErrorsMax, 3, 1));
        var more = ImportRules.Read(next, Failures(2), At(60), Now);
        (more.ErrorsKept, more.Counts.Failed, more.Work?.Errors.Length).ShouldBe((ImportLimits.ErrorsMax, 5, 0));
    }

    [Fact]
    public void the_last_row_ends_it_and_a_row_more_than_there_may_be_fails_it()
    {
        var import = Begun with { Received = 100, Counts = new ImportCounts { Rows = ImportLimits.RowsMax - 2 } };
        ImportRules.Read(import, Failures(2), At(99), Now).Status.ShouldBe(ImportStatus.Uploading); // as it was
        var done = ImportRules.Read(import, Failures(2), At(100), Now);
        (done.Status, done.EndedAt, done.Problem, done.Cleared).ShouldBe((ImportStatus.Done, Now, null, 100));
        var failed = ImportRules.Read(import, Failures(3), At(100), Now);
        (failed.Status, failed.Problem?.Code, failed.Work).ShouldBe((ImportStatus.Failed, "too_many_rows", null));
    }

    [Fact]
    public void what_has_ended_ends_no_second_time()
    {
        var done = ImportRules.Ended(Begun, ImportStatus.Done, Now);
        ImportRules.Ended(done, ImportStatus.Cancelled, Now.AddDays(1)).ShouldBeSameAs(done);
    }

    [Fact]
    public void a_file_whose_beginning_cannot_be_read_fails_with_the_reason()
    {
        var failed = ImportRules.Headed(Begun, new ImportHead.Refused("not_text", "The file is not text."), Now);
        (failed.Status, failed.Problem).ShouldBe(
            (ImportStatus.Failed, new ImportProblem("not_text", "The file is not text.")));
    }

    private static ImportPart Part(long offset, int length, bool isLast = false) =>
        new(offset, new byte[length], isLast);

    private static ImportPosition At(long octet) => new(octet, 1, false);

    private static ImportChunk Failures(int count) => new(
        [], [.. Enumerable.Range(0, count).Select(i => new ImportError(i, "x", "x", ""))],
        new ImportCounts { Rows = count, Failed = count }, 0);
}
