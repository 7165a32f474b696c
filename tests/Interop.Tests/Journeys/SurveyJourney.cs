using System.Net;
using System.Text.RegularExpressions;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>A survey tool: somebody else administers its domain and gets a link to the records; invitations are
/// S/MIME-signed.</summary>
public sealed partial class SurveyJourney
{
    private const string Domain = "survey.example";
    private const string Team = "team@" + Domain;
    private const string Password = "correct horse";

    [JourneyFact]
    public async Task a_survey_tool_sends_signed_invitations_from_its_own_domain()
    {
        await using var lab = await JourneyLab.Begin();
        var survey = await Customer.Arrives(lab, "survey");

        var account = await survey.HasAccount(new { name = "Invitations", email = Team });
        await survey.HasDomain(Domain, "hosted", "", () => FromSharedPage(survey));
        var (status, refusal) = await survey.Api.Try(HttpMethod.Post, "messages", Invitation(account, "nobody yet"));
        status.ShouldBe(HttpStatusCode.Forbidden, refusal);
        var sender = await survey.HasSender(Team);

        var ann = Mails.At("plain", "ann");
        await survey.Api.Deliver(Invitation(account, "Unsigned"));
        var plain = await lab.Mail.For(ann, "Unsigned");
        await Judges.ShouldPass(lab.Network, plain, Domain);
        plain.Text.ShouldNotContain("multipart/signed");

        var file = await lab.Authority.IssueTo(Team, Password);
        await survey.Api.Put(
            $"senders/{sender}/certificate", new { file = Convert.ToBase64String(file), password = Password });
        await survey.Api.Deliver(Invitation(account, "Signed"));
        var signed = await lab.Mail.For(ann, "Subject: Signed");
        (await lab.Authority.Verify(signed)).ShouldContain("Please answer.");
        await Judges.ShouldPass(lab.Network, signed, Domain);

        await survey.Api.Delete($"senders/{sender}/certificate");
        await survey.Api.Deliver(Invitation(account, "Removed"));
        (await lab.Mail.For(ann, "Subject: Removed")).Text.ShouldNotContain("multipart/signed");
    }

    private static object Invitation(string account, string subject) => new
    {
        smtp_account = account,
        from = Team,
        to = new[] { Mails.At("plain", "ann") },
        subject,
        text = "Please answer.",
    };

    /// <summary>What the domain's administrator copies from the page behind the link: name, type and value.</summary>
    private static async Task<string> FromSharedPage(Customer survey)
    {
        var link = (await survey.Api.Post($"domains/{Domain}/share-links", new { })).Text("url");
        var page = await survey.Lab.Anybody.Read(link);
        var lines = Row().Matches(page).Select(row => Cells(row.Value)).Where(cells => cells.Length >= 3)
            .Select(cells => Line(cells)).ToArray();
        lines.Count(line => line.Contains(" CNAME ", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(3, page);
        return string.Join('\n', lines);
    }

    private static string[] Cells(string row) =>
        [.. Cell().Matches(row).Select(cell => WebUtility.HtmlDecode(cell.Groups[1].Value))];

    private static string Line(string[] cells) => cells[1] == "TXT"
        ? $"{cells[0].TrimEnd('.')}. TXT \"{cells[2]}\""
        : $"{cells[0].TrimEnd('.')}. {cells[1]} {cells[2].TrimEnd('.')}.";

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<td[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Cell();
}
