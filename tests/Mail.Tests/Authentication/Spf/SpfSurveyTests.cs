using Actors.Mail.Authentication.Spf;
using Actors.Mail.Authentication.Spf.Records;
using Actors.Mail.Tests.Authentication.Lookups;

namespace Actors.Mail.Tests.Authentication.Spf;

public sealed class SpfSurveyTests
{
    private readonly TestZone zone = new();

    [Fact]
    public async Task every_term_that_asks_is_counted_at_any_depth()
    {
        zone.A("a.example", "192.0.2.1").Mx("a.example", "a.example")
            .Txt("one.example", "v=spf1 a:a.example include:two.example -all")
            .Txt("two.example", "v=spf1 mx:a.example ptr exists:%{i}.example ~all");
        var survey = await Survey("v=spf1 ip4:192.0.2.1 include:ONE.example. redirect=two.example");
        survey.Lookups.ShouldBe(10);
        survey.VoidLookups.ShouldBe(0);
        survey.Included.Order().ShouldBe(["one.example", "two.example"]);
        survey.Otherwise.ShouldBe(SpfQualifier.SoftFail);
        survey.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task what_stands_behind_all_does_not_count()
    {
        var survey = await Survey("v=spf1 ?all include:one.example redirect=two.example");
        (survey.Lookups, survey.Otherwise).ShouldBe((0, SpfQualifier.Neutral));
    }

    [Fact]
    public async Task names_that_lead_nowhere_are_counted()
    {
        zone.Aaaa("six.example", "2001:db8::1").Empty("empty.example");
        (await Survey("v=spf1 a:six.example a:empty.example mx:gone.example -all")).VoidLookups.ShouldBe(2);
    }

    [Theory]
    [InlineData("v=spf1 include:gone.example -all", "\"include:gone.example\" leads to no SPF record")]
    [InlineData("v=spf1 redirect=gone.example", "\"redirect=gone.example\" leads to no SPF record")]
    [InlineData("v=spf1 include:two.example -all", "\"include:two.example\" leads to 2 SPF records; one is allowed")]
    [InlineData("v=spf1 include:bad.example -all",
        "\"x\" is neither a mechanism nor a modifier that SPF knows (in the SPF record of bad.example)")]
    public async Task an_error_in_what_is_included_is_one_of_the_whole(string policy, string problem)
    {
        zone.Txt("two.example", "v=spf1 -all", "v=spf1 ~all").Txt("bad.example", "v=spf1 x");
        (await Survey(policy)).Problem.ShouldBe(problem);
    }

    [Fact]
    public async Task a_loop_ends_when_far_too_many_were_counted()
    {
        zone.Txt("loop.example", "v=spf1 include:loop.example include:loop.example -all");
        var survey = await Survey("v=spf1 include:loop.example -all");
        survey.Lookups.ShouldBeGreaterThan(SpfSurvey.TermsMax);
        zone.Asked.Count.ShouldBeLessThanOrEqualTo(SpfSurvey.TermsMax + 1);
    }

    [Fact]
    public async Task silence_of_dns_makes_it_a_lower_bound()
    {
        zone.Broken("gone.example");
        var survey = await Survey("v=spf1 include:gone.example -all");
        (survey.IsIncomplete, survey.Problem).ShouldBe((true, null));
    }

    [Fact]
    public async Task silence_about_one_name_hides_no_error_in_another()
    {
        zone.Broken("gone.example");
        var survey = await Survey("v=spf1 include:gone.example include:nothing.example -all");
        (survey.IsIncomplete, survey.Problem).ShouldBe((true, "\"include:nothing.example\" leads to no SPF record"));
    }

    private async Task<SpfSurvey> Survey(string policy)
    {
        zone.Txt("example.org", policy);
        return await SpfSurvey.Run("Example.org", zone, CancellationToken.None);
    }
}
