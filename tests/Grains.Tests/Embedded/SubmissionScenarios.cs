using Actors.Grains.Submissions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded;

public sealed class SubmissionScenarios : Scenario
{
    private static readonly SubmitCommand Keyed =
        GrainWorld.Mail() with { Idempotency = new IdempotencyMark("order-17", "abc") };

    [Fact]
    public void many_at_once_with_one_key_store_one_and_the_others_are_told_that_it_is_in_progress()
    {
        World.Store.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, 10).Select(_ => World.Submit(Keyed)).ToArray();
        World.Settle();
        calls.Count(call => call.IsCompleted).ShouldBe(9);
        calls.Where(call => call.IsCompleted).ShouldAllBe(call =>
            ((SubmitResult.Refused)call.Result).Refusal.Code == RefusalCode.IdempotencyInProgress);

        World.OpenGate();

        calls.Select(World.Run).OfType<SubmitResult.Accepted>().ShouldHaveSingleItem().Replayed.ShouldBeFalse();
        World.Store.SubmissionsStored.ShouldBe(1);
    }

    [Fact]
    public void an_equal_repeat_gets_the_first_answer_and_stores_nothing()
    {
        var first = World.Run(World.Submit(Keyed)).ShouldBeOfType<SubmitResult.Accepted>();

        var second = World.Run(World.Submit(Keyed)).ShouldBeOfType<SubmitResult.Accepted>();

        second.Replayed.ShouldBeTrue();
        second.Receipt.Id.ShouldBe(first.Receipt.Id);
        second.Receipt.Recipients.ShouldBe(first.Receipt.Recipients);
        World.Store.SubmissionsStored.ShouldBe(1);
    }

    [Fact]
    public void another_body_under_the_same_key_is_refused()
    {
        World.Run(World.Submit(Keyed));

        Refused(Keyed with { Idempotency = new IdempotencyMark("order-17", "def") })
            .ShouldBe(RefusalCode.IdempotencyKeyReused);
    }

    [Fact]
    public void where_the_key_alone_decides_any_repeat_is_equal()
    {
        var mark = new IdempotencyMark("order-18", null);
        World.Run(World.Submit(GrainWorld.Mail() with { Idempotency = mark }));
        World.Run(World.Submit(Keyed));

        World.Run(World.Submit(GrainWorld.Mail("bob@example.com") with { Idempotency = mark }))
            .ShouldBeOfType<SubmitResult.Accepted>().Replayed.ShouldBeTrue();
        World.Run(World.Submit(Keyed with { Idempotency = new IdempotencyMark("order-17", null) }))
            .ShouldBeOfType<SubmitResult.Accepted>().Replayed.ShouldBeTrue();
        World.Store.SubmissionsStored.ShouldBe(2);
    }

    [Fact]
    public void a_key_belongs_to_its_tenant()
    {
        var club = Ids.TenantId.Parse("club");
        World.AddTenant(club);
        World.Run(World.Submit(Keyed));

        World.Run(World.Submit(Keyed, club)).ShouldBeOfType<SubmitResult.Accepted>().Replayed.ShouldBeFalse();
    }

    [Fact]
    public void a_refused_request_does_not_use_its_key_up()
    {
        World.Store.FailNextWrites(1);
        Refused(Keyed).ShouldBe(RefusalCode.StoreUnavailable);

        World.Run(World.Submit(Keyed)).ShouldBeOfType<SubmitResult.Accepted>().Replayed.ShouldBeFalse();
    }

    [Fact]
    public void a_dry_run_answers_as_if_and_stores_nothing()
    {
        World.Run(World.Submit(Keyed with { DryRun = true })).ShouldBeOfType<SubmitResult.Checked>();

        World.Store.Messages.ShouldBeEmpty();
        World.Run(World.Submit(Keyed)).ShouldBeOfType<SubmitResult.Accepted>().Replayed.ShouldBeFalse();
    }

    [Fact]
    public void every_recipient_is_a_message_of_its_own()
    {
        var command = GrainWorld.Mail() with
        {
            Recipients =
            [
                .. Enumerable.Range(0, 50).Select(i => Recipient.Of(EmailAddress.Parse($"r{i}@example.com"))),
            ],
        };

        World.Run(World.Submit(command)).ShouldBeOfType<SubmitResult.Accepted>().Receipt.Recipients.Length.ShouldBe(50);

        World.Store.SubmissionsStored.ShouldBe(1);
        World.Store.Messages.Count.ShouldBe(50);
        Wire.Made.Select(attempt => attempt.Message).Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public void an_account_that_does_not_exist_takes_nothing() =>
        Refused(GrainWorld.Mail() with { Account = Ids.AccountId.Parse("acc_none") })
            .ShouldBe(RefusalCode.UnknownAccount);

    private RefusalCode Refused(SubmitCommand command) =>
        World.Run(World.Submit(command)).ShouldBeOfType<SubmitResult.Refused>().Refusal.Code;
}
