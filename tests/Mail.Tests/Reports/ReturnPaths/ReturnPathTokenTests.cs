using System.Globalization;
using Actors.Mail.Addresses;
using Actors.Mail.Macs;
using Actors.Mail.Reports.ReturnPaths;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Reports.ReturnPaths;

public sealed class ReturnPathTokenTests
{
    private static readonly MacKeys Keys = Key(7, 1);

    private static readonly Gen<ReturnPathSubject> Subjects =
        from tenant in Gen.Elements("a", "demo", "a-tenant-with-a-name-of-forty-characters")
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from recipient in Gen.Elements(0, 1, 1023, 65_535)
        from contact in Gen.Elements(0L, 1L, 0x0123456789AB, ReturnPathSubject.ContactMax)
        from account in Gen.Choose(0, 255)
        select new ReturnPathSubject(
            tenant, new UInt128((ulong)high * 0x9E3779B97F4A7C15, (ulong)low), recipient, contact, (byte)account);

    [Fact]
    public void what_was_made_is_read_back_and_is_ours() => Prop.ForAll(Subjects.ToArbitrary(), subject =>
    {
        var token = Parsed(ReturnPathToken.Make(Keys, subject));
        token.KeyId.ShouldBe((byte)7);
        token.TenantTag.ShouldBe(ReturnPathToken.TagOf(subject.Tenant));
        token.Submission.ShouldBe(subject.Submission);
        token.Recipient.ShouldBe(subject.Recipient);
        token.Contact.ShouldBe(subject.Contact);
        token.Account.ShouldBe(subject.Account);
        token.IsOf(Keys, subject.Tenant).ShouldBeTrue();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void it_is_a_local_part_of_any_case() => Prop.ForAll(Subjects.ToArbitrary(), subject =>
    {
        var made = ReturnPathToken.Make(Keys, subject);
        made.Length.ShouldBe(ReturnPathToken.Length);
        made.ShouldAllBe(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
        EmailAddress.TryParse($"{made}@bounces.example.org", out _).ShouldBeTrue();
        Parsed(made.ToUpperInvariant()).IsOf(Keys, subject.Tenant).ShouldBeTrue();
        Parsed(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(made)).IsOf(Keys, subject.Tenant).ShouldBeTrue();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void no_character_can_be_changed() => Prop.ForAll(
        Subjects.ToArbitrary(), Gen.Choose(0, ReturnPathToken.Length - 1).ToArbitrary(), (subject, at) =>
        {
            var made = ReturnPathToken.Make(Keys, subject);
            foreach (var c in "abcdefghijklmnopqrstuvwxyz0123456789-_")
            {
                if (c == made[at])
                    continue;
                var changed = $"{made[..at]}{c}{made[(at + 1)..]}";
                (ReturnPathToken.TryParse(changed, out var token) && token.IsOf(Keys, subject.Tenant)).ShouldBeFalse();
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("other")]
    [InlineData("demo2")]
    [InlineData("")]
    public void it_is_of_one_tenant_only(string tenant) =>
        Parsed(ReturnPathToken.Make(Keys, Subject)).IsOf(Keys, tenant).ShouldBeFalse();

    [Fact]
    public void another_secret_under_the_same_number_makes_another() =>
        Parsed(ReturnPathToken.Make(Key(7, 2), Subject)).IsOf(Keys, Subject.Tenant).ShouldBeFalse();

    [Fact]
    public void an_old_key_recognises_what_it_made_until_it_is_taken_away()
    {
        var old = ReturnPathToken.Make(Keys, Subject);
        MacKeys.TryParse(Keys.Export() + Key(8, 2).Export(), out var both, out _).ShouldBeTrue();
        both!.Current.Id.ShouldBe((byte)8);
        Parsed(old).IsOf(both, Subject.Tenant).ShouldBeTrue();
        Parsed(ReturnPathToken.Make(both, Subject)).KeyId.ShouldBe((byte)8);
        Parsed(old).IsOf(Key(8, 2), Subject.Tenant).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("bounces")]
    [InlineData("r1")]
    [InlineData("r2")]
    [InlineData("r3aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("r2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("r2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1")]
    [InlineData("r2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")]
    [InlineData("r2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("r1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1")]
    [InlineData("r1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")]
    [InlineData("r1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void other_local_parts_are_foreign(string localPart) =>
        ReturnPathToken.TryParse(localPart, out _).ShouldBeFalse();

    [Fact]
    public void a_guess_has_the_form_and_is_not_ours()
    {
        ReturnPathToken.TryParse("r2" + new string('a', 61), out var guess).ShouldBeTrue();
        guess!.IsOf(Keys, "demo").ShouldBeFalse();
    }

    [Fact]
    public void the_octets_are_what_the_documentation_says() => ReturnPathToken.Make(Keys, Subject)
        .ShouldBe("r2a4vjoulmaaaaaaaaaaaaaaaaaaaetfqc2iaagajdivtytk6n5wyj4l5ugtacw");

    [Fact]
    public void what_left_in_the_first_form_is_still_read()
    {
        var old = Parsed("r1a4vjoulmguaaaaaaaaaaaaaaaaaaasmwaljaaaad564posugeu6txop5r5la");
        old.IsOf(Keys, "demo").ShouldBeTrue();
        old.IsOf(Keys, "other").ShouldBeFalse();
        old.TenantTag.ShouldBe(ReturnPathToken.TagOf("demo"));
        old.Submission.ShouldBe(Subject.Submission);
        old.Recipient.ShouldBe(3);
        old.Contact.ShouldBeNull();
        old.Account.ShouldBeNull();
    }

    [Theory]
    [InlineData(-1L)]
    [InlineData(1L << 48)]
    public void a_contact_out_of_range_is_a_fault(long contact) => Should.Throw<ArgumentOutOfRangeException>(
        () => ReturnPathToken.Make(Keys, Subject with { Contact = contact }));

    [Theory]
    [InlineData(-1)]
    [InlineData(65_536)]
    public void a_recipient_out_of_range_is_a_fault(int recipient) => Should.Throw<ArgumentOutOfRangeException>(
        () => ReturnPathToken.Make(Keys, Subject with { Recipient = recipient }));

    [Theory]
    [InlineData("", "it holds no key")]
    [InlineData("# only words", "it holds no key")]
    [InlineData("1", "line 1 has to be a number of 0 to 255 and 32 octets in base64")]
    [InlineData("256 AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=", "line 1 has to be")]
    [InlineData("1 AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB", "line 1 has to be")]
    [InlineData("1 AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\n1 AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
        "line 2 has a number that another line has, too")]
    public void a_file_without_good_keys_is_refused_without_telling_them(string text, string expected)
    {
        MacKeys.TryParse(text, out _, out var problem).ShouldBeFalse();
        problem.ShouldStartWith(expected);
        problem.ShouldNotContain("AQEB");
    }

    private static readonly ReturnPathSubject Subject = new("demo", 1234567890, 3, 0x0123456789AB, 0xCD);

    private static MacKeys Key(byte id, byte fill) => MacKeys.Of(
        new MacKey(id, Enumerable.Repeat(fill, MacKey.SecretLength).ToArray()));

    private static ReturnPathToken Parsed(string localPart)
    {
        ReturnPathToken.TryParse(localPart, out var token).ShouldBeTrue(localPart);
        return token!;
    }
}
