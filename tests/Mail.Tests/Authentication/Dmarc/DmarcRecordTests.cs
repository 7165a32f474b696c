using Actors.Mail.Authentication.Dmarc;
using Actors.Mail.Authentication.Dmarc.Records;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Authentication.Dmarc;

public sealed class DmarcRecordTests
{
    [Fact]
    public void every_tag_is_read()
    {
        var record = Read(
            "v=DMARC1; p=reject; sp=quarantine; np=none; adkim=s; aspf=s; psd=n; t=y; fo=1:d:s;"
            + " rua=mailto:a@example.org, https://r.example.org/in!10m; ruf=mailto:f@example.org;");
        record.Policy.ShouldBe(DmarcPolicy.Reject);
        record.SubdomainPolicy.ShouldBe(DmarcPolicy.Quarantine);
        record.NonexistentPolicy.ShouldBe(DmarcPolicy.None);
        record.DkimAlignment.ShouldBe(AlignmentMode.Strict);
        record.SpfAlignment.ShouldBe(AlignmentMode.Strict);
        record.PublicSuffix.ShouldBe(PublicSuffix.No);
        record.IsTest.ShouldBeTrue();
        record.FailureOptions.ShouldBe(['1', 'd', 's']);
        record.AggregateReports.ShouldBe(["mailto:a@example.org", "https://r.example.org/in"]);
        record.FailureReports.ShouldBe(["mailto:f@example.org"]);
        record.Remarks.ShouldBeEmpty();
        record.Applies.ShouldBeTrue();
    }

    [Fact]
    public void what_is_not_said_has_its_default()
    {
        var record = Read("v=DMARC1;p=none");
        record.DkimAlignment.ShouldBe(AlignmentMode.Relaxed);
        record.SpfAlignment.ShouldBe(AlignmentMode.Relaxed);
        record.PublicSuffix.ShouldBe(PublicSuffix.Unstated);
        record.IsTest.ShouldBeFalse();
        record.SubdomainPolicy.ShouldBeNull();
        record.AggregateReports.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("v=DMARC1", true)]
    [InlineData(" V = DMARC1 ; p=none", true)]
    [InlineData("v=DMARC1;", true)]
    [InlineData("v=dmarc1; p=none", false)]
    [InlineData("v=DMARC12; p=none", false)]
    [InlineData("p=none; v=DMARC1", false)]
    [InlineData("v=DMARC1 p=none", false)]
    [InlineData("v=spf1 -all", false)]
    [InlineData("", false)]
    public void the_version_comes_first(string text, bool isOne) => DmarcRecord.IsOne(text).ShouldBe(isOne);

    [Theory]
    [InlineData("v=DMARC1; P=REJECT", DmarcPolicy.Reject)]
    [InlineData("v=DMARC1 ;\tp \t=\t quarantine\t;", DmarcPolicy.Quarantine)]
    [InlineData("v=DMARC1; p=none; p=reject", DmarcPolicy.None)]
    [InlineData("v=DMARC1;; p=reject;;", DmarcPolicy.Reject)]
    public void case_space_and_order_do_not_matter(string text, DmarcPolicy policy)
    {
        var record = Read(text);
        (record.Policy, record.Applies).ShouldBe((policy, true));
    }

    [Theory]
    [InlineData("v=DMARC1", "p= is missing")]
    [InlineData("v=DMARC1; p=drop", "p=drop is no policy; there are none, quarantine and reject")]
    [InlineData("v=DMARC1; p=none; sp=x", "sp=x is no policy; there are none, quarantine and reject")]
    [InlineData("v=DMARC1; p=none; np=", "np= is no policy; there are none, quarantine and reject")]
    public void a_wrong_policy_counts_as_none_where_reports_are_asked_for_and_else_not_at_all(
        string text, string remark)
    {
        var record = Read(text);
        record.Remarks.ShouldBe([remark]);
        (record.IsDamaged, record.Applies).ShouldBe((true, false));
        var reported = Read(text + "; rua=mailto:r@example.org");
        (reported.IsDamaged, reported.Applies).ShouldBe((true, true));
        reported.PolicyFor(isBelow: false, exists: true).ShouldBe(DmarcPolicy.None);
        Read(text + "; rua=nowhere").Applies.ShouldBeFalse();
    }

    [Fact]
    public void a_record_full_of_options_gets_few_remarks() =>
        Read("v=DMARC1; p=reject; fo=1" + new string(':', 4000)).Remarks.Length
            .ShouldBeLessThan(DmarcLimits.FailureOptionsMax);

    [Theory]
    [InlineData("pct=10", "pct= has no meaning any more (RFC 9989)")]
    [InlineData("ri=86400", "ri= has no meaning any more (RFC 9989)")]
    [InlineData("x=y", "x= is not known")]
    [InlineData("nothing", "\"nothing\" is no tag")]
    [InlineData("p2=y", "\"p2=y\" is no tag")]
    [InlineData("adkim=x", "adkim=x is ignored; there are r, s")]
    [InlineData("t=maybe", "t=maybe is ignored; there are y, n")]
    [InlineData("psd=1", "psd=1 is ignored; there are u, y, n")]
    [InlineData("p=none", "p= stands in it twice; the first counts")]
    [InlineData("fo=2", "fo= has \"2\", which is ignored; there are 0, 1, d and s")]
    [InlineData("rua=r@example.org",
        "rua= has \"r@example.org\", which is no URI such as mailto:reports@example.org")]
    [InlineData("ruf=mailto:", "ruf= has \"mailto:\", which is no URI such as mailto:reports@example.org")]
    public void everything_else_that_is_wrong_is_remarked_and_ignored(string tag, string remark)
    {
        var record = Read($"v=DMARC1; p=reject; {tag}");
        record.Remarks.ShouldBe([remark]);
        (record.Policy, record.Applies).ShouldBe((DmarcPolicy.Reject, true));
    }

    [Theory]
    [InlineData("p=reject", DmarcPolicy.Reject, DmarcPolicy.Reject, DmarcPolicy.Reject)]
    [InlineData("p=reject; sp=none", DmarcPolicy.Reject, DmarcPolicy.None, DmarcPolicy.None)]
    [InlineData("p=none; np=reject", DmarcPolicy.None, DmarcPolicy.None, DmarcPolicy.Reject)]
    [InlineData("p=none; sp=quarantine; np=reject", DmarcPolicy.None, DmarcPolicy.Quarantine, DmarcPolicy.Reject)]
    public void names_below_have_their_own_policies(
        string tags, DmarcPolicy own, DmarcPolicy below, DmarcPolicy nonexistent)
    {
        var record = Read("v=DMARC1; " + tags);
        record.PolicyFor(isBelow: false, exists: true).ShouldBe(own);
        record.PolicyFor(isBelow: false, exists: false).ShouldBe(own);
        record.PolicyFor(isBelow: true, exists: true).ShouldBe(below);
        record.PolicyFor(isBelow: true, exists: false).ShouldBe(nonexistent);
    }

    [Fact]
    public void limits_end_where_they_are_said_to()
    {
        var longest = "v=DMARC1; p=none;".PadRight(DmarcLimits.RecordCharactersMax);
        DmarcRecord.IsOne(longest).ShouldBeTrue();
        DmarcRecord.IsOne(longest + " ").ShouldBeFalse();

        var unknown = string.Concat(Enumerable.Repeat("x=1;", DmarcLimits.TagsMax - 1));
        Read($"v=DMARC1;{unknown}p=reject").Policy.ShouldBe(DmarcPolicy.Reject);
        Read($"v=DMARC1;{unknown}x=1;p=reject").Policy.ShouldBeNull();

        var addresses = string.Join(',', Enumerable.Range(0, 20).Select(i => $"mailto:r{i}@example.org"));
        Read($"v=DMARC1;p=none;rua={addresses}").AggregateReports.Length.ShouldBe(DmarcLimits.ReportAddressesMax);
    }

    [Fact]
    public void any_text_is_a_record_or_none_but_nothing_throws()
    {
        string[] pieces =
        [
            "p", "sp", "np", "rua", "fo", "=", ";", ",", ":", "!", " ", "none", "reject", "mailto:", "a@b", "\0", "ä",
            "https://[", "%", "1",
        ];
        var texts = Gen.Elements(pieces).ListOf().Select(parts => "v=DMARC1;" + string.Concat(parts));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            DmarcRecord.TryParse(text, out var record).ShouldBe(text.Length <= DmarcLimits.RecordCharactersMax);
            record?.PolicyFor(isBelow: true, exists: false);
        }).QuickCheckThrowOnFailure();
    }

    private static DmarcRecord Read(string text) =>
        DmarcRecord.TryParse(text, out var record) ? record : throw new InvalidOperationException("no record");
}
