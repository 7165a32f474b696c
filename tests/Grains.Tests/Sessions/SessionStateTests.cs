using Actors.Grains.Ids;
using Actors.Grains.People;
using Actors.Grains.Sessions;

namespace Actors.Grains.Tests.Sessions;

public sealed class SessionStateTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly SessionState Fresh = new()
    {
        Draft = new SessionDraft(
            "ann@example.org", new SessionEntry("h", "ses_a", new Membership(TenantId.Parse("shop"), "usr_a"), Now),
            "", ""),
        LastUsedAt = Now,
    };

    [Fact]
    public void it_ends_two_hours_after_its_last_use()
    {
        Fresh.At(Now.AddHours(2).AddTicks(-1)).ShouldNotBeNull();
        Fresh.At(Now.AddHours(2)).ShouldBeNull();
        Fresh.DueAt.ShouldBe(Now.AddHours(2));
    }

    [Fact]
    public void it_ends_after_a_day_however_much_it_is_used()
    {
        var used = Fresh with { LastUsedAt = Now.AddHours(23) };
        used.At(Now.AddHours(24).AddTicks(-1)).ShouldNotBeNull();
        used.At(Now.AddHours(24)).ShouldBeNull();
        used.DueAt.ShouldBe(Now.AddHours(24));
    }

    [Fact]
    public void what_never_was_is_over_and_never_due()
    {
        new SessionState().At(Now).ShouldBeNull();
        new SessionState().DueAt.ShouldBeNull();
    }
}
