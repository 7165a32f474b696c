using Actors.Grains.Links;
using Actors.Grains.Submissions;
using Actors.Grains.TestAddresses;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.TestAddresses;

public sealed class TestAddressRulesTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.org");
    private static readonly TestAddressesState One = Add(new TestAddressesState(), Ann, "a", Now).State;

    [Fact]
    public void a_link_holds_for_seven_days()
    {
        TestAddressRules.Standing(One, Ann, "a", Now.AddDays(7).AddTicks(-1)).ShouldBe(LinkStanding.Open);
        TestAddressRules.Standing(One, Ann, "a", Now.AddDays(7)).ShouldBe(LinkStanding.Expired);
        TestAddressRules.Standing(One, Ann, "b", Now).ShouldBe(LinkStanding.Unknown);
    }

    [Fact]
    public void another_link_replaces_the_one_before_and_comes_a_minute_later()
    {
        Add(One, Ann, "b", Now.AddSeconds(59)).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.TooManyAttempts);
        var again = Add(One, EmailAddress.Parse("ANN@example.org"), "b", Now.AddSeconds(60)).State;
        again.Addresses.Length.ShouldBe(1);
        TestAddressRules.Standing(again, Ann, "a", Now.AddSeconds(60)).ShouldBe(LinkStanding.Unknown);
        TestAddressRules.Standing(again, Ann, "b", Now.AddSeconds(60)).ShouldBe(LinkStanding.Open);
    }

    [Fact]
    public void what_is_proved_stays_so_and_gets_no_further_mail()
    {
        var proved = TestAddressRules.Confirmed(One, Ann);
        TestAddressRules.Standing(proved, Ann, "a", Now).ShouldBe(LinkStanding.Used);
        Add(proved, Ann, "b", Now.AddDays(1)).State.ShouldBeSameAs(proved);
    }

    private static (TestAddressesState State, Refusal? Refusal) Add(
        TestAddressesState state, EmailAddress address, string link, DateTimeOffset now) =>
        TestAddressRules.Added(state, address, link, now);
}
