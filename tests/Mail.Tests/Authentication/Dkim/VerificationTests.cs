using System.Security.Cryptography;
using System.Text;
using Actors.Mail.Authentication.Dkim;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Dkim.Verifying;
using Actors.Mail.Authentication.Lookups;
using Actors.Testing;

namespace Actors.Mail.Tests.Authentication.Dkim;

public sealed class VerificationTests
{
    private const string Tags = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=mail; h=from";
    private const string Message = "From: a@example.com\r\n\r\ntext\r\n";

    [Theory]
    [InlineData(Tags, DkimStatus.Pass)]
    [InlineData(Tags + "; unknown=tag", DkimStatus.Pass)]
    [InlineData(Tags + "; i=@example.com", DkimStatus.Pass)]
    [InlineData(Tags + "; i=joe@eu.example.com", DkimStatus.Pass)]
    [InlineData(Tags + "; i=joe@badexample.com", DkimStatus.PermError)]
    [InlineData(Tags + "; i=joe", DkimStatus.PermError)]
    [InlineData(Tags + "; q=dns/txt", DkimStatus.Pass)]
    [InlineData(Tags + "; q=dns/other:dns/txt", DkimStatus.Pass)]
    [InlineData(Tags + "; q=dns/other", DkimStatus.Neutral)]
    [InlineData(Tags + "; t=1; x=99999999999", DkimStatus.Pass)]
    [InlineData(Tags + "; x=1773043201", DkimStatus.Pass)]
    [InlineData(Tags + "; x=1773043200", DkimStatus.Policy)]
    [InlineData(Tags + "; t=20; x=10", DkimStatus.PermError)]
    [InlineData(Tags + "; t=soon", DkimStatus.PermError)]
    [InlineData(Tags + "; x=999999999999", DkimStatus.PermError)]
    [InlineData(Tags + "; l=6", DkimStatus.Pass)]
    [InlineData(Tags + "; l=7", DkimStatus.PermError)]
    [InlineData(Tags + "; l=-1", DkimStatus.PermError)]
    [InlineData(Tags + "; l=9999999999999999999", DkimStatus.PermError)]
    [InlineData("v=2; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=mail; h=from", DkimStatus.PermError)]
    [InlineData("a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=mail; h=from", DkimStatus.PermError)]
    [InlineData("v=1; a=rsa-sha1; c=relaxed/relaxed; d=example.com; s=mail; h=from", DkimStatus.Policy)]
    [InlineData("v=1; a=dsa-sha256; c=relaxed/relaxed; d=example.com; s=mail; h=from", DkimStatus.Neutral)]
    [InlineData("v=1; c=relaxed/relaxed; d=example.com; s=mail; h=from", DkimStatus.PermError)]
    [InlineData("v=1; a=rsa-sha256; c=relaxed/loose; d=example.com; s=mail; h=from", DkimStatus.PermError)]
    [InlineData("v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=mail; h=to", DkimStatus.PermError)]
    [InlineData("v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=mail; h=from::to", DkimStatus.PermError)]
    [InlineData("v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=mail", DkimStatus.PermError)]
    [InlineData("v=1; a=rsa-sha256; c=relaxed/relaxed; d=-; s=mail; h=from", DkimStatus.PermError)]
    [InlineData("v=1; a=rsa-sha256; c=relaxed/relaxed; s=mail; h=from", DkimStatus.PermError)]
    [InlineData("v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; h=from", DkimStatus.PermError)]
    [InlineData("v=1; v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=mail; h=from", DkimStatus.Neutral)]
    public async Task every_tag_is_judged(string tags, DkimStatus expected) =>
        (await Signed.VerifyOne(Signed.ByHand(tags, "from:a@example.com\r\n", "text\r\n", Message)))
            .Status.ShouldBe(expected);

    [Theory]
    [InlineData("v=DKIM1; k=rsa; t=s; p=", DkimStatus.Pass)]
    [InlineData("k=RSA; h=sha1:sha256; s=email:other; n=note; p=", DkimStatus.Pass)]
    [InlineData("s=*; p=", DkimStatus.Pass)]
    [InlineData("v=DKIM2; p=", DkimStatus.PermError)]
    [InlineData("k=rsa; v=DKIM1; p=", DkimStatus.PermError)]
    [InlineData("v=DKIM1; h=sha1; p=", DkimStatus.PermError)]
    [InlineData("v=DKIM1; s=other; p=", DkimStatus.PermError)]
    [InlineData("v=DKIM1; k=ed25519; p=", DkimStatus.PermError)]
    public async Task every_tag_of_a_key_is_judged(string record, DkimStatus expected)
    {
        var zone = new KeyZone().With(Signed.KeyName, record + Convert.ToBase64String(Signed.Key.Public.Info.Span));
        (await Signed.VerifyOne(ByHand(Tags), zone)).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task a_key_with_s_in_t_is_not_for_subdomains()
    {
        var zone = new KeyZone().With(
            Signed.KeyName, "t=y:s; p=" + Convert.ToBase64String(Signed.Key.Public.Info.Span));
        var result = await Signed.VerifyOne(ByHand(Tags + "; i=@eu.example.com"), zone);
        (result.Status, result.IsTest).ShouldBe((DkimStatus.PermError, true));
    }

    [Theory]
    [InlineData("v=DKIM1; p=", "the key was revoked")]
    [InlineData("v=DKIM1; p=AAAA", "the key cannot be used")]
    [InlineData("v=DKIM1; p=?", "the key cannot be used")]
    [InlineData("v=DKIM1", "the key's record cannot be read")]
    [InlineData("v=spf1 -all", "the key's record cannot be read")]
    [InlineData("", "the key's record cannot be read")]
    public async Task what_is_no_key_is_none(string record, string reason)
    {
        var result = await Signed.VerifyOne(ByHand(Tags), new KeyZone().With(Signed.KeyName, record));
        (result.Status, result.Reason).ShouldBe((DkimStatus.PermError, reason));
    }

    [Fact]
    public async Task no_key_is_permanent_and_no_answer_is_not()
    {
        (await Signed.VerifyOne(ByHand(Tags), new KeyZone())).Status.ShouldBe(DkimStatus.PermError);
        (await Signed.VerifyOne(ByHand(Tags), new KeyZone { Missing = LookupStatus.TemporaryFailure }))
            .Status.ShouldBe(DkimStatus.TempError);
    }

    [Fact]
    public async Task the_right_one_of_several_keys_is_found()
    {
        using var other = RSA.Create(2048);
        var zone = new KeyZone().With(
            Signed.KeyName, "v=spf1 -all", "p=" + Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()),
            KeyRecord.TextFor(Signed.Key.Public));
        (await Signed.VerifyOne(ByHand(Tags), zone)).Status.ShouldBe(DkimStatus.Pass);
    }

    [Fact]
    public async Task a_bare_rsa_public_key_will_do_too()
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(Signed.Key.ExportPem());
        var zone = new KeyZone().With(Signed.KeyName, "p=" + Convert.ToBase64String(rsa.ExportRSAPublicKey()));
        (await Signed.VerifyOne(ByHand(Tags), zone)).Status.ShouldBe(DkimStatus.Pass);
    }

    [Fact]
    public async Task a_short_key_does_not_count()
    {
        using var rsa = RSA.Create(512);
        var zone = new KeyZone().With(Signed.KeyName, "p=" + Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo()));
        (await Signed.VerifyOne(ByHand(Tags), zone)).Status.ShouldBe(DkimStatus.Policy);
    }

    [Fact]
    public async Task what_was_added_below_l_is_not_covered_and_said_to_be()
    {
        var result = await Signed.VerifyOne(ByHand(Tags + "; l=6") + "added\r\n");
        (result.Status, result.IsPartial).ShouldBe((DkimStatus.Pass, true));
    }

    [Fact]
    public async Task a_message_without_signature_or_header_has_no_results()
    {
        (await Signed.Verify(Message)).ShouldBeEmpty();
        (await Signed.Verify("")).ShouldBeEmpty();
        (await Signed.Verify("DKIM-Signature: " + Tags)).Length.ShouldBe(1);
        (await Signed.Verify("no header\r\n\r\n")).ShouldBeEmpty();
    }

    [Fact]
    public async Task only_so_many_signatures_and_look_ups_are_made()
    {
        var zone = Signed.Zone;
        var field = Signed.Sign(Message)[..^Message.Length];
        var results = await Signed.Verify(
            string.Concat(Enumerable.Repeat(field, DkimLimits.SignaturesMax + 5)) + Message, zone);
        results.Length.ShouldBe(DkimLimits.SignaturesMax);
        zone.Asked.Count.ShouldBe(DkimLimits.SignaturesMax);
    }

    [Fact]
    public async Task a_signature_over_its_limit_is_not_read()
    {
        var padded = Signed.Sign(Message).Replace(
            "DKIM-Signature:", "DKIM-Signature:" + new string(' ', DkimLimits.SignatureOctetsMax),
            StringComparison.Ordinal);
        (await Signed.VerifyOne(padded)).Status.ShouldBe(DkimStatus.Neutral);
    }

    /// <summary>Whatever costs most in each part at once: the limits bound the time.</summary>
    [Fact]
    public void the_worst_message_takes_seconds_at_most()
    {
        var names = string.Join(':', Enumerable.Repeat("f", DkimLimits.SignedNamesMax - 1)) + ":from";
        var field = "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=mail; b=AAAA; "
            + $"bh={Convert.ToBase64String(SHA256.HashData("\r\n"u8))}; h={names}\r\n";
        var message = string.Concat(Enumerable.Repeat(field, DkimLimits.SignaturesMax))
            + string.Concat(Enumerable.Repeat("f: x\r\n", DkimLimits.FieldsMax - DkimLimits.SignaturesMax - 1))
            + "From: a@example.com\r\n\r\n" + string.Concat(Enumerable.Repeat(" \t\r\n", 2_000_000));
        ProcessorTime.Of(async () => (await Signed.Verify(message)).Length.ShouldBe(DkimLimits.SignaturesMax))
            .ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task no_octets_make_it_fall()
    {
        const int Seed = 20260309;
        var random = new Random(Seed);
        var original = Encoding.UTF8.GetBytes(Signed.Sign(Message));
        for (var round = 0; round < 3_000; round++)
        {
            var octets = original.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                octets[random.Next(octets.Length)] = (byte)random.Next(256);
            var cut = octets.AsMemory(0, random.Next(octets.Length + 1));
            var results = await DkimVerification.Verify(cut, Signed.Zone, Signed.Now, CancellationToken.None);
            results.Length.ShouldBeLessThanOrEqualTo(1, $"seed {Seed}, round {round}");
        }
    }

    private static string ByHand(string tags) =>
        Signed.ByHand(tags, "from:a@example.com\r\n", "text\r\n", Message);
}
