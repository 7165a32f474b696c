using System.Collections.Immutable;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Grains.Submissions;

/// <summary>What an account makes of a send's addresses: pure.</summary>
/// <remarks>A message handed in over SMTP is whole and carries no details: of what is taken from details there is the
/// fallback for From alone.</remarks>
public static class AddressingRules
{
    /// <returns>The command with the account's addresses and names.</returns>
    public static SubmitCommand Apply(SubmitCommand command, AccountAddressing? addressing) =>
        addressing is null || command.IsNotice ? command : command.Source switch
        {
            MailSource.Parts { Mail: var mail } => OfParts(command, mail, addressing),
            MailSource.Raw raw => command with { Source = OfRaw(raw, addressing) },
            _ => throw new InvalidOperationException($"unknown source {command.Source.GetType().Name}"),
        };

    /// <param name="name">Of the sender in From.</param>
    public static SubmitCommand Named(SubmitCommand command, string name) =>
        command.Source is MailSource.Parts { Mail: var mail }
            ? command with { Source = new MailSource.Parts(mail with { From = Named(mail.From, name) }) }
            : command;

    /// <returns>From of that recipient's copy; null for the send's own.</returns>
    public static Mailbox? Author(SubmitCommand command, Recipient recipient, AccountAddressing? addressing) =>
        addressing?.From is { } from && command.Source is MailSource.Parts ? Resolve(recipient, from) : null;

    private static SubmitCommand OfParts(SubmitCommand command, MailParts mail, AccountAddressing addressing) =>
        command with
        {
            Source = new MailSource.Parts(mail with
            {
                From = Named(mail.From, addressing.DisplayName),
                ReplyTo = mail.ReplyTo.IsEmpty ? AnswersTo(addressing) : mail.ReplyTo,
            }),
            Recipients = addressing.To is { } to
                ? [.. command.Recipients.Select(recipient => Readdressed(recipient, to))]
                : command.Recipients,
        };

    /// <summary>The fallback takes the place of the authors, or the only author without a name gets the
    /// account's.</summary>
    private static MailSource.Raw OfRaw(MailSource.Raw raw, AccountAddressing addressing)
    {
        var fallback = addressing.From?.Fallback;
        if ((fallback ?? addressing.ReplyTo) is null && addressing.DisplayName is null
            || !Authorship.TryRead(raw.Bytes, out var authorship))
            return raw;
        var only = authorship.From is [var single] ? single : null;
        var author = fallback ?? (only is null ? null : Named(only, addressing.DisplayName));
        var bytes = authorship.With(author == only ? null : author, AnswersTo(addressing));
        return author is null || authorship.IsBy(author.Address)
            ? raw with { Bytes = bytes }
            : new MailSource.Raw(
                bytes, [author.Address, .. authorship.Resent.Select(mailbox => mailbox.Address)],
                raw.NeedsSmtpUtf8 || author.Address.RequiresSmtpUtf8);
    }

    private static ImmutableArray<Mailbox> AnswersTo(AccountAddressing addressing) =>
        addressing.ReplyTo is { } reply ? [reply] : [];

    private static Recipient Readdressed(Recipient recipient, AddressOverride to) =>
        Resolve(recipient, to) is { } resolved
            ? recipient with { Address = resolved.Address, Name = resolved.DisplayName }
            : recipient;

    /// <returns>What the details say, else the fallback; null for neither.</returns>
    private static Mailbox? Resolve(Recipient recipient, AddressOverride rule)
    {
        if (!recipient.Details.TryGetValue(rule.EmailDetail, out var text)
            || !EmailAddress.TryParse(text.Trim(), out var address))
            return rule.Fallback;
        var name = rule.NameDetail is { } detail ? recipient.Details.GetValueOrDefault(detail) : null;
        return Mailbox.TryCreate(name, address, out var mailbox) ? mailbox : Mailbox.Of(address);
    }

    private static Mailbox Named(Mailbox from, string? displayName) =>
        from.DisplayName is null && Mailbox.TryCreate(displayName, from.Address, out var named) ? named : from;
}
