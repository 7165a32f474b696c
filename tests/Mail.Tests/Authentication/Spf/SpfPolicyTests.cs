using Actors.Mail.Authentication.Spf;

namespace Actors.Mail.Tests.Authentication.Spf;

/// <summary>Which policy is asked, and what redirect, errors and explanations do.</summary>
public sealed class SpfPolicyTests : SpfTests
{
    [Fact]
    public async Task a_domain_without_a_policy_says_nothing()
    {
        Zone.Txt("example.org", "some-verification=1234", "v=spf10 -all", "v=spf1-all");
        (await Check()).Result.ShouldBe(SpfResult.None);
        (await Check(sender: "ann@nowhere.example")).Result.ShouldBe(SpfResult.None);
    }

    [Fact]
    public async Task two_policies_are_none_that_could_be_used()
    {
        Zone.Txt("example.org", "v=spf1 +all", "v=spf1 -all");
        var verdict = await Check();
        verdict.Result.ShouldBe(SpfResult.PermError);
        verdict.Reason.ShouldBe("example.org has 2 SPF records; one is allowed");
    }

    [Fact]
    public async Task silence_of_dns_is_a_temporary_error()
    {
        Zone.Broken("example.org");
        (await Check()).Result.ShouldBe(SpfResult.TempError);
    }

    [Fact]
    public async Task a_bounce_is_judged_by_helo()
    {
        Zone.Txt("mail.example.org", "v=spf1 -exists:%{l}.%{o} +all").A("postmaster.mail.example.org", "127.0.0.1");
        var verdict = await Check(sender: "");
        (verdict.Result, verdict.Domain).ShouldBe((SpfResult.Fail, "mail.example.org"));
    }

    [Fact]
    public async Task an_address_without_local_part_is_the_postmaster()
    {
        Zone.A("postmaster.example.org", "127.0.0.1");
        (await With("v=spf1 exists:%{l}.example.org -all", sender: "@example.org")).ShouldBe(SpfResult.Pass);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("[192.0.2.10]")]
    [InlineData("192.0.2.10")]
    [InlineData("a..example.org")]
    [InlineData("exa mple.org")]
    [InlineData("")]
    [InlineData("a.example.org..")]
    public async Task what_is_no_domain_has_no_policy(string helo)
    {
        (await Check(sender: "", helo: helo)).Result.ShouldBe(SpfResult.None);
        Zone.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_final_dot_is_no_part_of_a_domain()
    {
        Zone.Txt("a.example.org", "v=spf1 -all");
        var verdict = await Check(sender: "", helo: "a.example.org.");
        (verdict.Result, verdict.Domain).ShouldBe((SpfResult.Fail, "a.example.org"));
    }

    [Fact]
    public async Task an_international_domain_is_asked_for_as_a_labels()
    {
        Zone.Txt("xn--bcher-kva.example", "v=spf1 -all");
        (await Check(sender: "ann@bücher.example")).Result.ShouldBe(SpfResult.Fail);
    }

    [Fact]
    public async Task a_local_part_that_no_name_can_hold_matches_nothing()
    {
        (await With("v=spf1 exists:%{l}.example.org a:%{s} ?all", sender: "bücher@example.org"))
            .ShouldBe(SpfResult.Neutral);
        Zone.Asked.ShouldBe(["TXT example.org"]);
    }

    [Fact]
    public async Task redirect_goes_to_another_policy_when_nothing_matched()
    {
        Zone.Txt("_spf.example.com", "v=spf1 a -all").A("_spf.example.com", Client).A("example.org", "203.0.113.1");
        (await With("v=spf1 redirect=_spf.example.com")).ShouldBe(SpfResult.Pass);
        Zone.Txt("b.example.org", "v=spf1 redirect=_spf.example.com ~all");
        (await Check(sender: "ann@b.example.org")).Result.ShouldBe(SpfResult.SoftFail);
        Zone.Txt("c.example.org", "v=spf1 redirect=nowhere.example.com");
        (await Check(sender: "ann@c.example.org")).Result.ShouldBe(SpfResult.PermError);
    }

    [Theory]
    [InlineData("v=spf1 al")]
    [InlineData("v=spf1 all:example.com")]
    [InlineData("v=spf1 all/8")]
    [InlineData("v=spf1 ip4")]
    [InlineData("v=spf1 ip4:192.0.2")]
    [InlineData("v=spf1 ip4:192.0.02.1")]
    [InlineData("v=spf1 ip4:192.0.2.1.5")]
    [InlineData("v=spf1 ip4:192.0.2.256")]
    [InlineData("v=spf1 ip4:192.0.2.1/33")]
    [InlineData("v=spf1 ip4:192.0.2.1/08")]
    [InlineData("v=spf1 ip4:192.0.2.1/")]
    [InlineData("v=spf1 ip6:192.0.2.1")]
    [InlineData("v=spf1 ip6:2001:db8::1%1")]
    [InlineData("v=spf1 ip6:[2001:db8::1]")]
    [InlineData("v=spf1 ip6:2001:db8::/129")]
    [InlineData("v=spf1 a/33")]
    [InlineData("v=spf1 a/24/64")]
    [InlineData("v=spf1 a//129")]
    [InlineData("v=spf1 a:")]
    [InlineData("v=spf1 a:localhost")]
    [InlineData("v=spf1 a:192.0.2.1")]
    [InlineData("v=spf1 a:example.-com")]
    [InlineData("v=spf1 mx:example.com:25")]
    [InlineData("v=spf1 ptr/24")]
    [InlineData("v=spf1 include")]
    [InlineData("v=spf1 include:example.com/24")]
    [InlineData("v=spf1 exists:")]
    [InlineData("v=spf1 redirect:example.com")]
    [InlineData("v=spf1 redirect=")]
    [InlineData("v=spf1 redirect=a.example redirect=b.example")]
    [InlineData("v=spf1 exp=-all")]
    [InlineData("v=spf1 exp=a.example exp=b.example")]
    [InlineData("v=spf1 a:%{x}.example.com")]
    [InlineData("v=spf1 a:%{c}.example.com")]
    [InlineData("v=spf1 a:%{d0}")]
    [InlineData("v=spf1 a:%{d!}")]
    [InlineData("v=spf1 a:%d.example.com")]
    [InlineData("v=spf1 a:100%.example.com")]
    [InlineData("v=spf1 a:%{d")]
    [InlineData("v=spf1 note=%x")]
    [InlineData("v=spf1 1st=x")]
    [InlineData("v=spf1 =x")]
    [InlineData("v=spf1\tall")]
    [InlineData("v=spf1 a:ex\u00e4mple.com")]
    [InlineData("v=spf1 all\u0000")]
    public async Task one_error_anywhere_spoils_the_policy(string policy)
    {
        var isNone = policy.Contains('\t', StringComparison.Ordinal);
        (await With(policy.Replace("v=spf1 ", "v=spf1 ip4:0.0.0.0/0 ", StringComparison.Ordinal)))
            .ShouldBe(isNone ? SpfResult.None : SpfResult.PermError);
    }

    [Fact]
    public async Task unknown_modifiers_change_nothing() =>
        (await With("v=spf1 a.b-c_d=%{d}/x:y moo= -all")).ShouldBe(SpfResult.Fail);

    [Fact]
    public async Task a_refused_sender_is_told_what_the_domain_says()
    {
        Zone.Txt("why.example.org", "%{i} may not send for %{o}.%_See %{t} %{r}. ");
        await With("v=spf1 -all exp=why.%{d}");
        (await Check()).Explanation.ShouldBe("192.0.2.10 may not send for example.org. See 0 unknown. ");
    }

    [Theory]
    [InlineData("one|two")]
    [InlineData("100%")]
    [InlineData("\u00e4")]
    [InlineData("")]
    public async Task an_explanation_that_is_wrong_is_none(string texts)
    {
        Zone.Txt("why.example.org", texts.Split('|'));
        await With("v=spf1 -all exp=why.example.org");
        var verdict = await Check();
        (verdict.Result, verdict.Explanation).ShouldBe((SpfResult.Fail, null));
    }

    [Fact]
    public async Task explanations_of_included_policies_and_of_what_redirects_are_not_used()
    {
        Zone.Txt("why.example.org", "ours").Txt("why.example.com", "theirs")
            .Txt("_spf.example.com", "v=spf1 -all exp=why.example.com");
        await With("v=spf1 include:_spf.example.com -all exp=why.example.org");
        (await Check()).Explanation.ShouldBe("ours");
        Zone.Txt("b.example.org", "v=spf1 redirect=_spf.example.com exp=why.example.org");
        (await Check(sender: "ann@b.example.org")).Explanation.ShouldBe("theirs");
    }

    [Theory]
    [InlineData("v=spf1 -all", "fail")]
    [InlineData("v=spf1 ~all", "softfail")]
    [InlineData("v=spf1 nonsense", "permerror")]
    public async Task results_have_their_words(string policy, string word)
    {
        await With(policy);
        (await Check()).Word.ShouldBe(word);
    }
}
