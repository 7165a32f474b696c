using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;

namespace Actors.Grains.Submissions;

/// <summary>What an account makes of a send's addresses: pure.</summary>
/// <remarks>For sends over HTTP. A message handed in over SMTP is whole, carries no details, and stays as it
/// is.</remarks>
public static class AddressingRules
{
    /// <returns>The command with the account's To, display name and Reply-To.</returns>
    public static SubmitCommand Apply(SubmitCommand command, AccountAddressing? addressing)
    {
        if (addressing is null || command.Source is not MailSource.Parts { Mail: var mail })
            return command;
        return command with
        {
            Source = new MailSource.Parts(mail with
            {
                From = Named(mail.From, addressing.DisplayName),
                ReplyTo = mail.ReplyTo.IsEmpty && addressing.ReplyTo is { } reply ? [reply] : mail.ReplyTo,
            }),
            Recipients = addressing.To is { } to
                ? [.. command.Recipients.Select(recipient => Readdressed(recipient, to))]
                : command.Recipients,
        };
    }

    /// <param name="name">Of the sender in From.</param>
    public static SubmitCommand Named(SubmitCommand command, string name) =>
        command.Source is MailSource.Parts { Mail: var mail }
            ? command with { Source = new MailSource.Parts(mail with { From = Named(mail.From, name) }) }
            : command;

    /// <returns>From of that recipient's copy; null for the send's own.</returns>
    public static Mailbox? Author(SubmitCommand command, Recipient recipient, AccountAddressing? addressing) =>
        addressing?.From is { } from && command.Source is MailSource.Parts ? Resolve(recipient, from) : null;

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
