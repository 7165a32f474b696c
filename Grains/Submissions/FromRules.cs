using System.Collections.Immutable;
using Actors.Grains.Senders;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Grains.Submissions;

/// <summary>Puts the tenant's address at the platform's domain in From where its author is not to stand there: pure,
/// and the same however the mail came.</summary>
/// <remarks>The author's name stays, and answers go to the author. Only From has substitutes: whoever else a message
/// claims to come from has to be proved, and so has every From that an account takes from a recipient's
/// details.</remarks>
public static class FromRules
{
    /// <param name="substitutes">Those of the command's authors that are not proved.</param>
    /// <returns>The command as it goes on; a refusal where one of them cannot be helped.</returns>
    public static (SubmitCommand Command, Refusal? Refusal) Apply(
        SubmitCommand command, AccountAddressing? addressing, ImmutableArray<Substitute> substitutes)
    {
        if (substitutes.IsEmpty)
            return (command, null);
        if (addressing is { From: not null })
            return (command, substitutes[0].Otherwise);
        return command.Source switch
        {
            MailSource.Parts { Mail: var mail } => OfParts(command, mail, substitutes),
            MailSource.Raw raw => OfRaw(command, raw, substitutes),
            _ => throw new InvalidOperationException($"unknown source {command.Source.GetType().Name}"),
        };
    }

    private static (SubmitCommand Command, Refusal? Refusal) OfParts(
        SubmitCommand command, MailParts mail, ImmutableArray<Substitute> substitutes)
    {
        if (Find(substitutes, mail.From.Address) is not { } found)
            return (command, substitutes[0].Otherwise);
        var source = new MailSource.Parts(mail with
        {
            From = mail.From.At(found.Ours),
            ReplyTo = mail.ReplyTo.IsEmpty ? [mail.From] : mail.ReplyTo,
        });
        return (Sent(command, source, substitutes), null);
    }

    private static (SubmitCommand Command, Refusal? Refusal) OfRaw(
        SubmitCommand command, MailSource.Raw raw, ImmutableArray<Substitute> substitutes)
    {
        if (!Authorship.TryRead(raw.Bytes, out var authorship)
            || First(substitutes, authorship.From) is not { } found)
            return (command, substitutes[0].Otherwise);
        if (First(substitutes, authorship.Resent) is { } resent)
            return (command, resent.Otherwise);
        var source = new MailSource.Raw(
            authorship.With(found.Ours),
            [found.Ours, .. authorship.Resent.Select(mailbox => mailbox.Address)], raw.NeedsSmtpUtf8);
        return (Sent(command, source, substitutes), null);
    }

    /// <summary>A sender of the envelope that is not proved is nobody to tell of failures.</summary>
    private static SubmitCommand Sent(
        SubmitCommand command, MailSource source, ImmutableArray<Substitute> substitutes)
    {
        var isReplaced = command.ReversePath?.Address is { } path && Find(substitutes, path) is not null;
        return command with { Source = source, ReversePath = isReplaced ? null : command.ReversePath };
    }

    private static Substitute? First(ImmutableArray<Substitute> substitutes, ImmutableArray<Mailbox> mailboxes)
    {
        foreach (var mailbox in mailboxes)
            if (Find(substitutes, mailbox.Address) is { } found)
                return found;
        return null;
    }

    private static Substitute? Find(ImmutableArray<Substitute> substitutes, EmailAddress address) =>
        substitutes.FirstOrDefault(substitute => substitute.Given.Key == address.Key);
}
