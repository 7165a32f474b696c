using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Senders;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Senders;

public sealed class CertificateWarningsTests
{
    private static readonly DateTimeOffset End = new(2031, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@shop.example");
    private static readonly ImmutableArray<EmailAddress> Admins = [EmailAddress.Parse("admin@people.example")];

    [Fact]
    public void the_owner_is_told_thirty_seven_and_one_day_before_and_never_after()
    {
        var state = With(End.AddDays(-365));
        var told = new List<(DateTimeOffset At, string Days)>();
        while (state.DueAt is { } due)
        {
            var next = SenderRules.Woken(state, SenderId.Of(Ann), Admins, due);
            next.Outgoing.ShouldHaveSingleItem().To.ShouldBe(Admins[0]);
            told.Add((due, next.Outgoing[0].Values["days"]));
            state = next.WithOutgoing([]);
        }

        told.ShouldBe([(End.AddDays(-30), "30"), (End.AddDays(-7), "7"), (End.AddDays(-1), "1")]);
        SenderRules.Woken(state, SenderId.Of(Ann), Admins, End).Outgoing.ShouldBeEmpty();
    }

    [Fact]
    public void who_slept_through_two_warnings_gets_the_shorter_one()
    {
        var late = SenderRules.Woken(With(End.AddDays(-365)), SenderId.Of(Ann), Admins, End.AddDays(-3));

        late.Outgoing.ShouldHaveSingleItem().Values["days"].ShouldBe("7");
        late.WithOutgoing([]).DueAt.ShouldBe(End.AddDays(-1));
    }

    [Fact]
    public void after_its_end_nothing_is_told()
    {
        var late = SenderRules.Woken(With(End.AddDays(-365)), SenderId.Of(Ann), Admins, End);

        late.Outgoing.ShouldBeEmpty();
        late.DueAt.ShouldBeNull();
    }

    [Fact]
    public void a_certificate_of_a_short_life_is_not_warned_of_at_once()
    {
        var state = With(End.AddDays(-20));

        state.DueAt.ShouldBe(End.AddDays(-7));
        SenderRules.Woken(state, SenderId.Of(Ann), Admins, End.AddDays(-20)).Outgoing.ShouldBeEmpty();
    }

    [Fact]
    public void waking_twice_tells_once()
    {
        var once = SenderRules.Woken(With(End.AddDays(-365)), SenderId.Of(Ann), Admins, End.AddDays(-30));

        SenderRules.Woken(once, SenderId.Of(Ann), Admins, End.AddDays(-30)).Outgoing.Length.ShouldBe(1);
    }

    private static SenderState With(DateTimeOffset uploadedAt) => new()
    {
        Address = Ann,
        Status = SenderStatus.Confirmed,
        Certificate = CertificateWarnings.Fresh(
            "sealed", new CertificateView("CN=Ann", "CN=A", "01", "AB", uploadedAt, End, ["CN=Ann"]), uploadedAt),
    };
}
