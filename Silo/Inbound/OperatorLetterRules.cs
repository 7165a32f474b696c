using System.Collections.Immutable;
using Actors.Grains.Messages;
using Actors.Grains.PlatformMails;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Silo.Inbound;

/// <summary>How a letter is passed on: pure.</summary>
public static class OperatorLetterRules
{
    /// <summary>UTF-16 units of its subject that are kept.</summary>
    public const int SubjectMax = 200;

    public static SubmitCommand Submission(
        Letter letter, ImmutableArray<EmailAddress> readers, LifecycleOptions options)
    {
        var subject = $"[{letter.To}] {Beginning(letter.Subject)}".TrimEnd();
        return new SubmitCommand
        {
            Account = PlatformSender.Account,
            Source = new MailSource.Parts(new MailParts(
                PlatformMailRules.From(options), letter.Author is { } author ? [author] : [], subject, Text(letter),
                Html: null, [new MailHeader("Auto-Submitted", "auto-generated")],
                [new MailAttachment("message.eml", "application/octet-stream", null, letter.Content)],
                Personalized: false)),
            Recipients = [.. readers.Select(reader => Recipient.Of(reader) with { Kind = RecipientKind.To })],
            Tags = ["operator_letter"],
            Subject = subject,
            Idempotency = new IdempotencyMark($"operator-letter\u001F{letter.Id}", Fingerprint: null),
            IsNotice = true,
        };
    }

    /// <summary>Never half a character.</summary>
    private static string Beginning(string subject) => subject.Length <= SubjectMax
        ? subject
        : subject[..(char.IsHighSurrogate(subject[SubjectMax - 1]) ? SubjectMax - 1 : SubjectMax)];

    private static string Text(Letter letter) =>
        $"""
        Somebody wrote to {letter.To}. The mail is attached as it came.

        Server:    {letter.Peer}
        MAIL FROM: {letter.From}
        Octets:    {letter.Content.Length}

        An answer to this mail goes to the author that it names. Nothing of it is proved.

        """;
}
