using Actors.Crash.Contacts;
using Xunit.Abstractions;

namespace Actors.Crash.Tests.Proofs;

[Collection(Form.OneByOne)]
public sealed class ContactKillTests(ITestOutputHelper output)
{
    private static readonly TimeSpan LongSoak = TimeSpan.FromMinutes(2);

    private readonly int seed = Form.SeedOf(output);

    [Fact]
    public async Task what_was_answered_of_contacts_and_imports_counts_once_however_often_the_server_is_killed()
    {
        var outcome = await new ContactKills(seed, Kills: 4, Form.IsLong ? LongSoak : TimeSpan.Zero).Run();

        output.WriteLine(outcome.ToString());
        outcome.Broken.ShouldBeEmpty(outcome.ToString());
        foreach (var deed in Enum.GetValues<Deed>())
            outcome.Done.GetValueOrDefault(deed).ShouldBeGreaterThan(0, $"nothing is proved of {deed}");
        outcome.UploadsResumed.ShouldBeGreaterThan(0, "no kill met an upload");
        outcome.ReadingsResumed.ShouldBeGreaterThan(0, "no kill met the reading of a file");
    }

    [Fact]
    public async Task all_that_a_tenant_sent_comes_back_at_once_and_anothers_mail_flows_on()
    {
        var outcome = await new BounceFlood(Form.IsLong ? 100_000 : 2_000).Run();

        output.WriteLine(outcome.ToString());
        outcome.Broken.ShouldBeEmpty(outcome.ToString());
        outcome.Mails.ShouldBeGreaterThan(outcome.Bounces / BounceFlood.BouncesPerMail, outcome.ToString());
    }
}
