using Actors.Fuzzing.Seeds;
using Actors.Mail.Reports;

namespace Actors.Fuzzing.Targets;

/// <summary>Delivery reports, complaints and automatic answers.</summary>
internal sealed class ReportTarget : FuzzTarget
{
    public override string Name => "reports";

    public override IReadOnlyList<byte[]> Seeds => ReportSeeds.All;

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "\r\n", "Final-Recipient: rfc822; a@example.org\r\n", "Status: 5.1.1\r\n", "Action: failed\r\n", "\r\n\r\n",
        "Diagnostic-Code: smtp; 550 5.1.1 no\r\n", "<a@example.org>: ", "550 ", "Feedback-Type: abuse\r\n", "----- ",
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
        if (!ReportReader.TryRead(input, out var report))
            return;
        Require(report.ToString().Length >= 0, "a report can be told");
    }
}
