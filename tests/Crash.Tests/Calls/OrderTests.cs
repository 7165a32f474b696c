using Actors.Crash.Calls;

namespace Actors.Crash.Tests.Calls;

public sealed class OrderTests
{
    private const string Write = "7 pwrite64(4</data/actors.db-wal>, \"one.mark 01ABC\", 8192, 32) = 8192";
    private const string Content = "7 pwrite64(4</data/actors.db-wal>, \"one.mark\", 8192, 32) = 8192";
    private const string Sync = "7 fsync(4</data/actors.db-wal>) = 0";
    private const string Answer = "8 sendmsg(9<socket:[1]>, {\"250 2.0.0 Ok: queued as msg_01ABC\\r\\n\"}, 0) = 40";
    private const string Answered =
        "8 sendto(9<socket:[1]>, \"HTTP/1.1 202 Accepted\\r\\n {\\\"id\\\":\\\"msg_01ABC\\\"}\", 9, 0) = 9";

    private const string Made = "9 mkdir(\"/data/content/XY\", 0777) = 0";
    private const string File = "9 pwrite64(5</data/content/XY/demo.01ABC>, \"one.mark\"..., 90000, 0) = 90000";
    private const string FileSync = "9 fsync(5</data/content/XY/demo.01ABC>) = 0";
    private const string FolderSync = "9 fsync(6</data/content/XY>) = 0";
    private const string RootSync = "9 fsync(6</data/content>) = 0";
    private const string Row = "7 pwrite64(4</data/actors.db-wal>, \"01ABC\", 8192, 32) = 8192";

    [Fact]
    public void an_fsync_between_write_and_answer_is_in_order()
    {
        Check(Write, Sync, Answer).ShouldBeEmpty();
        Check(Write, Sync, Answered).ShouldBeEmpty();
    }

    [Fact]
    public void an_answer_without_an_fsync_before_it_is_out_of_order()
    {
        Check(Write, Answer).ShouldAllBe(problem => problem.Contains("no fsync of /data/actors.db-wal"));
        Check(Write, Answer).Count.ShouldBe(2); // of the mark, and of the id
        Check(Write, Answer, Sync).Count.ShouldBe(2);
        Check(Sync, Write, Answer).Count.ShouldBe(2);
    }

    [Fact]
    public void an_fsync_that_fails_or_is_of_another_file_or_ends_too_late_does_not_count()
    {
        Check(Write, "7 fsync(4</data/actors.db-wal>) = -1 EIO (Input/output error)", Answer).Count.ShouldBe(2);
        Check(Write, "7 fsync(4</data/actors.db>) = 0", Answer).Count.ShouldBe(2);
        Check(
            Write, "7 fsync(4</data/actors.db-wal> <unfinished ...>", Answer, "7 <... fsync resumed>) = 0")
            .Count.ShouldBe(2);
    }

    [Fact]
    public void a_later_page_that_holds_the_message_again_changes_nothing() =>
        Check(Write, Sync, Write, Answer).ShouldBeEmpty();

    [Fact]
    public void a_part_that_is_written_after_the_fsync_needs_one_of_its_own() =>
        Check(Content, Sync, Row, Answer).ShouldHaveSingleItem().ShouldContain("01ABC: no fsync");

    [Fact]
    public void what_is_written_after_the_answer_does_not_matter() =>
        Check(Write, Sync, Answer, Write).ShouldBeEmpty();

    [Fact]
    public void a_message_that_is_never_written_or_never_answered_is_noticed()
    {
        Check(Sync, Answer).Count.ShouldBe(2);
        Check(Write, Sync).ShouldHaveSingleItem().ShouldContain("no answer");
    }

    [Fact]
    public void a_file_needs_its_folder_flushed_too() =>
        Check(File, FileSync, Row, Sync, Answer).ShouldHaveSingleItem().ShouldContain("the folder /data/content/XY");

    [Fact]
    public void a_new_folder_needs_the_one_above_flushed_too()
    {
        Check(Made, File, FileSync, FolderSync, Row, Sync, Answer)
            .ShouldHaveSingleItem().ShouldContain("/data/content/XY is new");
        Check(Made, RootSync, File, FileSync, FolderSync, Row, Sync, Answer).ShouldBeEmpty();
    }

    [Fact]
    public void a_file_that_no_row_names_is_not_enough() =>
        Check(File, FileSync, FolderSync, Answer).ShouldBe(["01ABC: answered, and never written"]);

    private static IReadOnlyList<string> Check(params string[] lines) =>
        Order.Check(CallLog.Read(lines), "/data", ["one.mark"], "msg_01ABC");
}
