using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Queries;
using Actors.Mail.Addresses;

namespace Actors.Storage.Tests.Messages;

public sealed class SearchTests : IAsyncLifetime
{
    private static readonly MessageSearch Everything = new(null, null, null, null, null, null, null, 100);

    private readonly TestStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task pages_come_newest_first_and_join_without_overlap()
    {
        var records = await Commit(5);
        var first = await Search(Everything with { Limit = 3 });
        var second = await Search(Everything with { Limit = 3, After = first.Messages[^1].Id });
        (first.HasMore, second.HasMore).ShouldBe((true, false));
        first.Messages.Concat(second.Messages).Select(m => m.Id.Submission)
            .ShouldBe(records.Select(r => r.Submission.Id).Reverse());
    }

    [Theory]
    [InlineData(MessagePhase.Accepted, 1)]
    [InlineData(MessagePhase.Delivered, 1)]
    [InlineData(MessagePhase.Deferred, 2)]
    [InlineData(MessagePhase.Held, 1)]
    [InlineData(MessagePhase.Bounced, 0)]
    public async Task each_phase_is_found(MessagePhase phase, int count)
    {
        var records = await Commit(5);
        await test.Change(records[1].Key(), s => s.Delivered());
        await test.Change(records[2].Key(), s => s.Deferred(Samples.Noon.AddHours(1)));
        await test.Change(records[3].Key(), s => s.Deferred(Samples.Noon.AddHours(1)));
        await test.Change(records[4].Key(), s => s.Held(HoldReason.AccountPaused));
        var found = await Search(Everything with { Phase = phase });
        found.Messages.Length.ShouldBe(count);
        found.Messages.ShouldAllBe(m => m.Phase == phase);
    }

    [Fact]
    public async Task recipient_account_and_tag_are_found_alone_and_together()
    {
        var anna = Samples.Message("Anna@example.org") with { Tags = ["receipt", "spring"] };
        var ben = Samples.Message("ben@example.org") with { Account = AccountId.Parse("acc_news"), Tags = ["spring"] };
        await test.Store.Submissions.Commit(Samples.Record(Samples.Demo, anna, ben));
        await Recipients(Everything with { Recipient = EmailAddress.Parse("anna@EXAMPLE.org") }, "Anna@example.org");
        await Recipients(Everything with { Account = AccountId.Parse("acc_news") }, "ben@example.org");
        await Recipients(Everything with { Tag = "receipt" }, "Anna@example.org");
        await Recipients(Everything with { Tag = "spring" }, "ben@example.org", "Anna@example.org");
        await Recipients(
            Everything with { Tag = "spring", Account = Samples.Account, Phase = MessagePhase.Accepted },
            "Anna@example.org");
        await Recipients(Everything with { Tag = "receipt", Account = AccountId.Parse("acc_news") });
    }

    [Fact]
    public async Task a_campaign_is_found_alone_and_with_each_other_filter()
    {
        var anna = Samples.Message("anna@example.org") with { Campaign = "spring", Tags = ["vip"] };
        var ben = Samples.Message("ben@example.org") with { Campaign = "spring" };
        var cid = Samples.Message("cid@example.org") with { Tags = ["vip"] };
        var record = Samples.Record(Samples.Demo, anna, ben, cid);
        await test.Store.Submissions.Commit(record);
        await test.Store.Submissions.Commit(Samples.Record(Samples.Other, anna));
        await test.Change(record.Key(1), s => s.Delivered());
        var spring = Everything with { Campaign = "spring" };
        await Recipients(spring, "ben@example.org", "anna@example.org");
        await Recipients(spring with { Tag = "vip" }, "anna@example.org");
        await Recipients(spring with { Phase = MessagePhase.Delivered }, "ben@example.org");
        await Recipients(spring with { Phase = MessagePhase.Accepted }, "anna@example.org");
        await Recipients(spring with { Phase = MessagePhase.Held });
        await Recipients(spring with { Account = Samples.Account, Limit = 1 }, "ben@example.org");
        await Recipients(spring with { Recipient = EmailAddress.Parse("cid@example.org") });
        await Recipients(Everything with { Campaign = "Spring" });
        (await Search(spring)).Messages.ShouldAllBe(message => message.Campaign == "spring");
    }

    [Fact]
    public async Task a_time_bounds_from_its_moment_on_and_until_before_it()
    {
        foreach (var hour in new[] { 0, 2, 4, 6 })
        {
            await test.Store.Submissions.Commit(Samples.Record(
                Samples.Demo, Samples.NewId(Samples.Noon.AddHours(hour)), [Samples.Message($"h{hour}@example.org")]));
        }

        await Recipients(
            Everything with { From = Samples.Noon.AddHours(2), Until = Samples.Noon.AddHours(6) },
            "h4@example.org", "h2@example.org");
        await Recipients(Everything with { From = Samples.Noon.AddHours(7) });
        await Recipients(Everything with { Until = Samples.Noon.AddHours(1) }, "h0@example.org");
    }

    [Fact]
    public async Task a_submission_shows_its_messages_and_their_events()
    {
        var record = Samples.Record(Samples.Demo, Samples.Message(), Samples.Message("ben@example.org"));
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(1), s => s.Deferred(Samples.Noon.AddHours(1)));
        var view = (await test.Store.Messages.Submission(Samples.Demo, record.Submission.Id))!;
        view.Subject.ShouldBe("Hello");
        view.Messages.Select(m => m.Events.Length).ShouldBe([1, 2]);
        var message = (await test.Store.Messages.Message(Samples.Demo, record.Key(1).Message))!;
        message.NextAttemptAt.ShouldBe(Samples.Noon.AddHours(1));
        (message.LastReply, message.LastVerdict?.Category).ShouldBe(("452 4.2.2 Mailbox full", "mailbox_full"));
        message.Events.Select(e => e.Type).ShouldBe(["message.accepted", "message.deferred"]);
    }

    private async Task<List<Grains.Ports.SubmissionRecord>> Commit(int count)
    {
        var records = new List<Grains.Ports.SubmissionRecord>();
        for (var i = 0; i < count; i++)
        {
            records.Add(Samples.Record(Samples.Demo));
            await test.Store.Submissions.Commit(records[i]);
        }

        return records;
    }

    private async Task Recipients(MessageSearch search, params string[] expected) =>
        (await Search(search)).Messages.Select(m => m.Recipient.ToString()).ShouldBe(expected);

    private Task<MessagePage> Search(MessageSearch search) => test.Store.Messages.Search(Samples.Demo, search);
}
