using Actors.Grains.Ids;
using Actors.Mail.Addresses;
using Actors.Silo.Inbound;

namespace Actors.Silo.Tests.Inbound;

public sealed class InboundAddressRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("abuse")]
    [InlineData("Postmaster")]
    [InlineData("ABUSE")]
    public void roles_are_taken_where_return_paths_are(string localPart) =>
        Of(localPart, isOurs: true).ShouldBeOfType<InboundAddress.Desk>();

    [Fact]
    public void a_return_path_that_is_proved_is_taken() =>
        Of("any", isOurs: true, claim: Claim(Now)).ShouldBeOfType<InboundAddress.ReturnPath>().Claim
            .ShouldBe(Claim(Now));

    [Fact]
    public void what_is_not_proved_is_as_unknown_as_anything_else()
    {
        Of("info", isOurs: true).ShouldBe(new InboundAddress.Refused(InboundAddressRules.Unknown));
        Of("r2" + new string('a', 61), isOurs: true)
            .ShouldBe(new InboundAddress.Refused(InboundAddressRules.Unknown));
        InboundAddressRules.Unknown.ToString().ShouldStartWith("550 5.1.1");
    }

    [Fact]
    public void a_return_path_ends_after_its_time_and_then_is_unknown()
    {
        var last = Now - InboundAddressRules.AgeMax + TimeSpan.FromSeconds(1);
        Of("any", isOurs: true, claim: Claim(last)).ShouldBeOfType<InboundAddress.ReturnPath>();
        Of("any", isOurs: true, claim: Claim(last - TimeSpan.FromSeconds(2)))
            .ShouldBe(new InboundAddress.Refused(InboundAddressRules.Unknown));
    }

    [Theory]
    [InlineData("abuse")]
    [InlineData("postmaster")]
    [InlineData("somebody")]
    public void nothing_is_passed_on_to_other_domains(string localPart)
    {
        var refused = Of(localPart, isOurs: false, claim: Claim(Now)).ShouldBeOfType<InboundAddress.Refused>();
        refused.Reply.ToString().ShouldStartWith("550 5.7.1");
    }

    [Fact]
    public void a_registered_feedback_address_is_taken_at_whatever_domain() =>
        Of("fbl", isOurs: false, isFeedback: true).ShouldBeOfType<InboundAddress.Desk>();

    private static ReturnPathClaim Claim(DateTimeOffset at) => new(
        new MessageKey(TenantId.Parse("demo"), new MessageId(SubmissionId.Create(at, new byte[10]), 1)), 5, 6);

    private static InboundAddress Of(
        string localPart, bool isOurs, bool isFeedback = false, ReturnPathClaim? claim = null) =>
        InboundAddressRules.Of(
            EmailAddress.Parse($"{localPart}@bounces.example.org"), isFeedback, isOurs, claim, Now);
}
