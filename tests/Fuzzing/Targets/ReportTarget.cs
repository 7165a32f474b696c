using Actors.Fuzzing.Seeds;
using Actors.Mail.Macs;
using Actors.Mail.Parsing;
using Actors.Mail.Reports;
using Actors.Mail.Reports.ReturnPaths;

namespace Actors.Fuzzing.Targets;

/// <summary>Delivery reports, complaints and automatic answers.</summary>
internal sealed class ReportTarget : FuzzTarget
{
    private static readonly MacKeys Keys =
        MacKeys.Of(new MacKey(0, new byte[MacKey.SecretLength]));

    public override string Name => "reports";

    public override IReadOnlyList<byte[]> Seeds => ReportSeeds.All;

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "\r\n", "Final-Recipient: rfc822; a@example.org\r\n", "Status: 5.1.1\r\n", "Action: failed\r\n", "\r\n\r\n",
        "Diagnostic-Code: smtp; 550 5.1.1 no\r\n", "<a@example.org>: ", "550 ", "Feedback-Type: abuse\r\n", "----- ",
        "Return-Path: <r2" + new string('a', 61) + "@example.org>\r\n",
        "Content-Type: message/delivery-status\r\n\r\n", "did not reach the following recipient(s):\r\n");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new(ReportSeeds.StatusHead, "Final-Recipient: rfc822; a@example.org\r\nStatus: 5.1.1\r\n\r\n"),
        new(ReportSeeds.StatusHead + "Diagnostic-Code: smtp;", " a"), new(ReportSeeds.StatusHead, "\r\n"),
        new(ReportSeeds.NoticeHead, "<a@example.org>: "), new(ReportSeeds.NoticeHead, "a "),
        new(ReportSeeds.NoticeHead, "550 "), new(ReportSeeds.NoticeHead, "<"), new(ReportSeeds.NoticeHead, "@"),
        new(ReportSeeds.NoticeHead, "\r\n"), new(ReportSeeds.NoticeHead, "a@example.org\r\n"),
        new(ReportSeeds.NoticeHead, "a."), new(ReportSeeds.NoticeHead, "<b>"), new(ReportSeeds.NoticeHead, "&lt;"),
    ];

    public override void Run(byte[] input)
    {
        var mail = ParsedMail.Parse(input);
        Require(
            ReturnPathMentions.In(mail) is { Length: <= ReturnPathMentions.MentionsMax } mentions
                && !mentions.Any(token => token.IsOf(Keys, "demo")),
            "no return path is made by chance");
        if (!ReportReader.TryRead(mail, out var report))
            return;
        Require(report.ToString().Length >= 0, "a report can be told");
        Require(
            LateFailure.Of(report, address => address.Length % 2 == 0) is not { Action: not ReportAction.Failed },
            "only what failed is a failure");
        Require(
            !Complaints.IsComplaint(report) || report.Kind == ReportKind.Feedback, "only feedback is a complaint");
    }
}
