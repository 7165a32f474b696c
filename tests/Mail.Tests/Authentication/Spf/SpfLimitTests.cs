using System.Net;
using Actors.Mail.Authentication.Spf;
using Actors.Mail.Authentication.Spf.Records;
using Actors.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Authentication.Spf;

public sealed class SpfLimitTests : SpfTests
{
    [Fact]
    public async Task ten_terms_may_ask_and_not_one_more()
    {
        Zone.A("a.example", "203.0.113.1");
        var ten = string.Concat(Enumerable.Repeat(" a:a.example", SpfLimits.LookupsMax));
        (await With($"v=spf1{ten} ip4:{Client} -all")).ShouldBe(SpfResult.Pass);
        Zone.Txt("b.example.org", $"v=spf1{ten} a:a.example ip4:{Client} -all");
        (await Check(sender: "ann@b.example.org")).Result.ShouldBe(SpfResult.PermError);
    }

    [Fact]
    public async Task what_is_included_counts_too_and_loops_end()
    {
        Zone.Txt("b.example.org", "v=spf1 include:example.org -all");
        (await With("v=spf1 include:b.example.org -all")).ShouldBe(SpfResult.PermError);
        Zone.Asked.Count.ShouldBe(SpfLimits.LookupsMax + 1);
        Zone.Txt("c.example.org", "v=spf1 redirect=c.example.org");
        (await Check(sender: "ann@c.example.org")).Result.ShouldBe(SpfResult.PermError);
    }

    [Fact]
    public async Task the_name_of_the_client_counts_once()
    {
        Zone.A("a.example", "203.0.113.1").Ptr(Client, "out.example").A("out.example", Client)
            .A("out.example.example.net", "127.0.0.1");
        var eight = string.Concat(Enumerable.Repeat(" a:a.example", 8));
        (await With($"v=spf1{eight} exists:%{{p}}.example.net -all")).ShouldBe(SpfResult.Pass);
        Zone.Txt("b.example.org", $"v=spf1 a:a.example{eight} exists:%{{p}}.example.net -all");
        (await Check(sender: "ann@b.example.org")).Result.ShouldBe(SpfResult.PermError);
    }

    [Fact]
    public async Task two_names_may_lead_nowhere_and_not_one_more()
    {
        Zone.Empty("empty.example");
        (await With("v=spf1 a:empty.example mx:gone.example -all")).ShouldBe(SpfResult.Fail);
        Zone.Txt("b.example.org", "v=spf1 a:empty.example mx:gone.example exists:no.example -all");
        (await Check(sender: "ann@b.example.org")).Result.ShouldBe(SpfResult.PermError);
    }

    [Fact]
    public async Task names_of_the_client_do_not_count_as_leading_nowhere()
    {
        Zone.Ptr(Client, "a.example", "b.example", "c.example", "d.example");
        (await With("v=spf1 ptr -all")).ShouldBe(SpfResult.Fail);
    }

    [Fact]
    public async Task an_explanation_that_leads_nowhere_does_not_count() =>
        (await With("v=spf1 a:x.example a:y.example -all exp=z.example")).ShouldBe(SpfResult.Fail);

    [Fact]
    public async Task ten_mail_exchangers_are_asked_for_and_eleven_are_an_error()
    {
        string[] hosts = [.. Enumerable.Range(1, SpfLimits.MailExchangersMax + 1).Select(i => $"mx{i}.example.org")];
        foreach (var host in hosts)
            Zone.A(host, "203.0.113.1");
        Zone.Mx("example.org", hosts[..^1]).Mx("b.example.org", hosts);
        (await With("v=spf1 mx -all")).ShouldBe(SpfResult.Fail);
        Zone.Txt("b.example.org", "v=spf1 mx -all");
        (await Check(sender: "ann@b.example.org")).Result.ShouldBe(SpfResult.PermError);
    }

    [Fact]
    public async Task ten_names_of_the_client_are_looked_at()
    {
        string[] names = [.. Enumerable.Range(1, SpfLimits.ClientNamesMax + 1).Select(i => $"n{i}.example.org")];
        Zone.Ptr(Client, names).A(names[^1], Client);
        (await With("v=spf1 ptr -all")).ShouldBe(SpfResult.Fail);
        Zone.Asked.Count.ShouldBe(2 + SpfLimits.ClientNamesMax);
    }

    [Fact]
    public async Task sizes_end_where_they_are_said_to()
    {
        var long1 = new string('a', SpfLimits.TermCharactersMax - "exists:.org".Length);
        (await With($"v=spf1 exists:{long1}.org +all")).ShouldBe(SpfResult.Pass);
        Zone.Txt("b.example.org", $"v=spf1 exists:a{long1}.org +all");
        (await Check(sender: "ann@b.example.org")).Result.ShouldBe(SpfResult.PermError);

        var record = "v=spf1" + new string(' ', SpfLimits.RecordCharactersMax - 6);
        SpfRecord.TryParse(record, out _, out _).ShouldBeTrue();
        SpfRecord.TryParse(record + " ", out _, out var problem).ShouldBeFalse();
        problem!.ShouldContain("16384");

        var local = new string('l', SpfLimits.IdentityCharactersMax);
        (await Check(sender: $"{local}@example.org")).Result.ShouldBe(SpfResult.None);
    }

    [Fact]
    public void a_policy_of_many_macros_takes_little_time()
    {
        var macros = string.Concat(Enumerable.Repeat("%{S}", 250));
        var terms = string.Concat(Enumerable.Repeat($" exists:{macros}", SpfLimits.LookupsMax));
        ProcessorTime.Of(async () =>
        {
            (await With($"v=spf1{terms}", sender: $"{new string('ä', 400)}@example.org")).ShouldBe(SpfResult.Neutral);
            Zone.Txt("b.example.org", $"v=spf1{terms}");
            (await Check(sender: $"{new string('+', 400)}@b.example.org")).Result.ShouldBe(SpfResult.PermError);
        }).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void any_text_is_a_policy_or_refused_but_nothing_throws()
    {
        string[] pieces =
        [
            "v=spf1", " ", "a", "mx", "ptr", ":", "/", "//", "%{", "}", "d", "r", "1", "example.org", "-", "~", "all",
            "ip4:192.0.2.1", "ip6:::", "include:", "exists:", "redirect=", "exp=", "=", "%", ".", "\0", "ä",
        ];
        var texts = Gen.Elements(pieces).ListOf().Select(parts => "v=spf1 " + string.Concat(parts));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            SpfRecord.TryParse(text, out var record, out var problem).ShouldBe(record is not null);
            (problem is null).ShouldBe(record is not null);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Cut label by label, each copying the rest, one such term took a second.</summary>
    [Fact]
    public async Task a_name_of_very_many_labels_is_cut_at_once()
    {
        var sender = string.Concat(Enumerable.Repeat("a.", 240)) + "a@example.org";
        var macros = string.Concat(Enumerable.Repeat("%{l}", 240));
        var before = GC.GetAllocatedBytesForCurrentThread();
        (await With($"v=spf1 exists:{macros}.{"example.net"} -all", sender: sender)).ShouldBe(SpfResult.Fail);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16 * 1024 * 1024);
        var asked = Zone.Asked[^1]["A ".Length..];
        asked.Length.ShouldBeInRange(SpfLimits.NameCharactersMax - 2, SpfLimits.NameCharactersMax);
        asked.ShouldEndWith("a.a.a.example.net");
    }

    [Fact]
    public void any_sender_gets_a_verdict_from_any_policy()
    {
        var cases = Gen.Elements("%{s}", "%{l1r-}.example", "%{h}", "%{P}.%{D}", "%{o}.").Zip(
            ArbMap.Default.GeneratorFor<string>().Zip(ArbMap.Default.GeneratorFor<string>()));
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var (macro, (helo, local)) = one;
            var zone = new Lookups.TestZone()
                .Txt("example.org", $"v=spf1 a:{macro}.test exists:{macro}.test -all exp=why.example")
                .Txt("why.example", "%{S} %{H} %{c}");
            var request = new SpfRequest(IPAddress.Loopback, helo ?? "", $"{local}@example.org");
            var verdict = SpfCheck.Run(request, zone, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            verdict.Explanation?.ShouldAllBe(c => c >= ' ' && c <= '~');
        }).QuickCheckThrowOnFailure();
    }
}
