using Actors.Crash.Checking;
using Actors.Crash.Journals;

namespace Actors.Crash.Tests.Checking;

public sealed class CheckerTests
{
    [Fact]
    public void a_submission_that_was_accepted_and_delivered_breaks_no_promise() => new Given().Check().ShouldBeEmpty();

    [Fact]
    public void a_submission_that_was_accepted_and_is_not_there_is_lost() =>
        new Given { Stored = [], Copies = [], Events = [] }.Check()
            .ShouldHaveSingleItem().ShouldContain("accepted as msg_1 and lost");

    [Fact]
    public void a_submission_with_an_unknown_outcome_may_be_there_or_not()
    {
        var unknown = new List<Answer?> { null, new Answer.Unknown("reset") };
        new Given { Answers = unknown }.Check().ShouldBeEmpty();
        new Given { Answers = unknown, Stored = [], Copies = [], Events = [] }.Check().ShouldBeEmpty();
    }

    [Fact]
    public void a_submission_without_one_of_its_recipients_is_not_whole()
    {
        var given = new Given
        {
            Answers = [null, new Answer.Unknown("reset")],
            Copies = [Given.Copy(Given.One, Given.First)],
        };
        given.Stored.RemoveAt(1);
        given.Events.RemoveAll(logged => logged.Recipient == "rcp_2");
        given.Events[1] = given.Events[1] with { Sequence = 2 };

        given.Check().ShouldHaveSingleItem().ShouldContain("1 of 2 recipients");
    }

    [Fact]
    public void a_refused_submission_must_not_be_there() =>
        new Given { Answers = [null, new Answer.Refused(422, "no")] }.Check()
            .ShouldHaveSingleItem().ShouldContain("refused for good");

    [Fact]
    public void a_repeat_that_is_stored_again_is_noticed()
    {
        var given = new Given { Answers = [null, new Answer.Unknown(""), new Answer.Accepted("msg_1", true)] };
        given.Stored[1] = given.Stored[1] with { Submission = "msg_2" };

        given.Check().ShouldContain(broken => broken.Contains("stored 2 times", StringComparison.Ordinal));
    }

    [Fact]
    public void repeats_that_are_told_different_ids_are_noticed() =>
        new Given { Answers = [null, new Answer.Accepted("msg_1", false), new Answer.Accepted("msg_9", true)] }.Check()
            .ShouldHaveSingleItem().ShouldContain("different ids");

    [Fact]
    public void a_message_that_is_delivered_and_never_received_is_noticed()
    {
        var given = new Given();
        given.Copies.RemoveAt(0);

        given.Check().ShouldHaveSingleItem().ShouldContain("never received");
    }

    [Fact]
    public void a_message_that_has_not_ended_is_noticed()
    {
        var given = new Given();
        given.Stored[0] = given.Stored[0] with { Status = "accepted" };
        given.Events.RemoveAt(3);
        given.Events[2] = given.Events[2] with { Recipient = "rcp_2" };

        given.Check().Count.ShouldBe(2);
    }

    [Fact]
    public void a_copy_of_nothing_stored_or_of_another_message_is_noticed()
    {
        var given = new Given();
        given.Copies.Add(Given.Copy("ok-c.1-7@crash.test", Given.First));
        given.Copies[0] = given.Copies[0] with { Submission = "c.2" };

        given.Check().ShouldBe(
            ["ok-c.1-0@crash.test: received the message of c.2", "ok-c.1-7@crash.test: received and not stored"]);
    }

    [Fact]
    public void a_second_end_a_gap_and_a_holding_in_the_log_are_noticed()
    {
        var given = new Given();
        given.Events.Add(new LoggedEvent(6, "message.bounced", "rcp_1"));
        given.Events.Add(new LoggedEvent(7, "message.held", "rcp_1"));

        given.Check().ShouldBe([
            "the log goes on with 6 after 4", "rcp_1: held, and nobody asked for it", "rcp_1: 2 events tell its end"]);
    }
}
