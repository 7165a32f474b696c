using Actors.Grains.Domains;
using Actors.Mail.Authentication.Domains.Records;
using static Actors.Grains.Tests.Domains.Registered;

namespace Actors.Grains.Tests.Domains;

public sealed class RotationTests
{
    private static readonly DateTimeOffset Rotation = Start + DomainLimits.KeyLife;

    [Fact]
    public void the_other_key_signs_after_90_days_and_not_before()
    {
        var before = LookUntil(Verified(), RecordState.Found, Rotation - TimeSpan.FromDays(1));
        DomainViews.Delivery(before, Key).Keys.ShouldBe([new SealedKey("abcdefgh2345-1", "sealed-1")]);

        var after = LookUntil(before, RecordState.Found, Rotation);
        DomainViews.Delivery(after, Key).Keys.ShouldBe([new SealedKey("abcdefgh2345-2", "sealed-2")]);
    }

    [Fact]
    public void a_key_that_is_not_seen_at_the_customers_name_never_signs()
    {
        var silent = LookUntil(Verified(), RecordState.Unknown, Rotation.AddDays(10));

        silent.ActiveSlot.ShouldBe(0);
        LookUntil(silent, RecordState.Found, Rotation.AddDays(11)).ActiveSlot.ShouldBe(1);
    }

    [Fact]
    public void a_key_that_signed_stays_published_for_7_days_and_is_then_replaced()
    {
        var rotated = LookUntil(Verified(), RecordState.Found, Rotation);
        var published = DomainRecords.Sets(rotated, Key.Domain, Options).SelectMany(set => set.Entries)
            .Count(entry => entry.Value.StartsWith("v=DKIM1", StringComparison.Ordinal));

        published.ShouldBe(2);
        DomainRules.KeysToMake(rotated, Rotation.AddDays(6)).ShouldBeEmpty();
        DomainRules.KeysToMake(rotated, rotated.RenewAt!.Value).ShouldBe([0]);
    }

    [Fact]
    public void a_new_key_takes_its_slot_and_is_published_at_once()
    {
        var rotated = DomainRules.Ordered(LookUntil(Verified(), RecordState.Found, Rotation), Rotation.AddDays(7));
        var renewed = DomainRules.Reported(
            rotated, new DomainReport(rotated.Ticket, [new NewKey(0, "bmV3", "sealed-3")], false, []),
            Rotation.AddDays(7), 0.5);

        renewed.KeyOf(0)!.Sealed.ShouldBe("sealed-3");
        renewed.KeyOf(1)!.Sealed.ShouldBe("sealed-2");
        (renewed.Unpublished, renewed.RenewAt, renewed.NextLookAt).ShouldBe((true, null, Rotation.AddDays(7)));
        DomainViews.Delivery(renewed, Key).Keys.Single().Sealed.ShouldBe("sealed-2");
    }

    [Fact]
    public void keys_take_turns_for_years()
    {
        var state = Verified();
        for (var year = 0; year < 12; year++)
        {
            var before = state.ActiveSlot;
            state = LookUntil(state, RecordState.Found, state.RotateAt.AddDays(1));
            state.ActiveSlot.ShouldBe(1 - before);
            var at = state.RenewAt!.Value;
            state = DomainRules.Reported(
                state, new DomainReport(0, [new NewKey(before, "bmV3", $"sealed-{year}")], false, []), at, 0.5);
        }
    }
}
