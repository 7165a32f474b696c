using Actors.Fuzzing.Seeds;
using Actors.Mail.Messages;

namespace Actors.Fuzzing.Targets;

/// <summary>Strict headers, and mail as it is submitted.</summary>
internal sealed class SubmissionTarget : FuzzTarget
{
    private static readonly SubmissionDefaults Defaults =
        new(DateTimeOffset.UnixEpoch, MessageId.Parse("new@mx.example"), SmtpUtf8: true);

    public override string Name => "submission";

    public override IReadOnlyList<byte[]> Seeds => MailSeeds.All;

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "\r\n", "Bcc: x@example.org\r\n", "bcc \t:\r\n ", "From: z@example.org\r\n", "Date: \r\n", "\r\n\r\n", "\r",
        "Received: x\r\n", "X-Idempotency-Key: k\r\n", "Resent-Bcc:\r\n\tx@example.org\r\n",
        "Feedback-ID: a:b:c:d\r\n");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("From: a@example.org\r\n\r\n", "a\r\n"), new("From: a@example.org\r\n", "X: y\r\n"), new("From: ", "("),
        new("From: ", "a@b.example,"), new("From: a@example.org\r\nSubject:", "\r\n =?utf-8?Q?a?="),
        new("From: a@example.org\r\nBcc:", "\r\n a@b.example,"), new("From: a@example.org\r\nDate:", " ("),
    ];

    public override void Run(byte[] input)
    {
        if (!SubmittedMessage.TryRead(input, Defaults, out var message, out _))
            return;
        byte[] stored = [.. message.Segments.SelectMany(segment => segment.ToArray())];
        _ = (message.Subject, message.To, message.Cc, message.Identities);
        Require(SubmittedMessage.TryRead(stored, Defaults, out var again, out _), "what is stored can be submitted");
        Require(again!.Segments.Length == 1, "and nothing is left to change");
        Require(HeaderSection.TryParse(stored, out var header, out _), "it has a header");
        foreach (var name in new[] { "Bcc", "Resent-Bcc", "Return-Path" })
            Require(!header!.TryFind(Bytes(name), out _), $"without {name}");
        var marks = new SendingMarks(Precedence.Bulk, FeedbackId.Of("a", "b", "c", "sender"));
        byte[] marked = [.. MarkedMessage.Of(stored, marks).SelectMany(piece => piece.ToArray())];
        Require(HeaderSection.TryParse(marked, out var header2, out _), "marked it has a header");
        Require(marked.AsSpan(header2!.BodyStart).SequenceEqual(stored.AsSpan(header!.BodyStart)), "and the same body");
    }
}
