using System.Collections.Immutable;
using Actors.Api.Json;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Api.Messages.Requests;

/// <summary>Reads addresses: <c>Ann &lt;ann@example.net&gt;</c> as text, or an object; a list or just one.</summary>
internal static class AddressReader
{
    /// <summary>A display name and an address with the quotes and brackets around them.</summary>
    private const int LengthMax = (2 * AddressLimits.DisplayNameMax) + AddressLimits.AddressOctetsMax + 8;

    /// <summary>Recipients that are read at all: one more than may be, so that too many are told as such.</summary>
    private const int ReadMax = SubmissionLimits.HttpRecipientsMax + 1;

    private static readonly FieldTable MailboxFields = new("email", "name");
    private static readonly FieldTable RecipientFields = new("email", "name", "variables", "details");

    public static Mailbox? Mailbox(ref JsonCursor json) => One(ref json, MailboxFields, out _, out _);

    public static ImmutableArray<Mailbox> Mailboxes(ref JsonCursor json, int max)
    {
        if (!json.IsArray)
            return Mailbox(ref json) is { } one ? [one] : [];
        var mailboxes = ImmutableArray.CreateBuilder<Mailbox>();
        for (var i = 0; json.NextElement(); i++)
        {
            json.Errors.Enter(i);
            if (i == max)
                json.Errors.Add("too_many", $"There may be {max} addresses.");
            if (i >= max)
                json.Skip();
            else if (Mailbox(ref json) is { } mailbox)
                mailboxes.Add(mailbox);
            json.Errors.Leave();
        }

        return mailboxes.ToImmutable();
    }

    public static IReadOnlyList<Recipient> Recipients(ref JsonCursor json, RecipientKind kind)
    {
        if (!json.IsArray)
            return Recipient(ref json, kind) is { } one ? [one] : [];
        var recipients = new List<Recipient>();
        for (var i = 0; json.NextElement(); i++)
        {
            if (i >= ReadMax)
            {
                json.Skip();
                continue;
            }

            json.Errors.Enter(i);
            if (Recipient(ref json, kind) is { } recipient)
                recipients.Add(recipient);
            json.Errors.Leave();
        }

        return recipients;
    }

    private static Recipient? Recipient(ref JsonCursor json, RecipientKind kind) =>
        One(ref json, RecipientFields, out var variables, out var details) is { } mailbox
            ? new Recipient(mailbox.Address, mailbox.DisplayName, kind, variables, details)
            : null;

    private static Mailbox? One(
        ref JsonCursor json, FieldTable table,
        out ImmutableDictionary<string, string> variables, out ImmutableDictionary<string, string> details)
    {
        variables = details = ImmutableDictionary<string, string>.Empty;
        if (json.IsString)
            return FromText(ref json);
        if (!json.IsObject)
        {
            json.WrongType("an address: a text or an object with email");
            return null;
        }

        EmailAddress? email = null;
        string? name = null;
        var seen = 0u;
        while (json.NextField(table, ref seen) is >= 0 and var field)
        {
            switch (table.Names[field])
            {
                case "email": email = Email(ref json); break;
                case "name": name = Name(ref json); break;
                case "variables": variables = Values(ref json); break;
                case "details": details = Values(ref json); break;
            }

            json.Errors.Leave();
        }

        if ((seen & 1) == 0)
            json.Errors.Add("email", "missing", "The field is required.");
        return email is not null && Mail.Addresses.Mailbox.TryCreate(name, email, out var mailbox) ? mailbox : null;
    }

    private static Mailbox? FromText(ref JsonCursor json)
    {
        if (!json.TryText(LengthMax, out var text))
            return null;
        if (Mail.Addresses.Mailbox.TryParse(text.Trim(' '), out var mailbox))
            return mailbox;
        Refuse(ref json, text);
        return null;
    }

    private static EmailAddress? Email(ref JsonCursor json)
    {
        if (!json.IsString)
            json.WrongType("an address as text");
        else if (json.TryText(LengthMax, out var text))
        {
            if (EmailAddress.TryParse(text.Trim(' '), out var email))
                return email;
            Refuse(ref json, text);
        }

        return null;
    }

    /// <summary>The empty name is no name.</summary>
    private static string? Name(ref JsonCursor json)
    {
        if (!json.IsString)
            json.WrongType("a text");
        else if (json.TryText(AddressLimits.DisplayNameMax, out var name))
        {
            if (Mail.Addresses.Mailbox.TryCreate(name, Anyone, out var named))
                return named.DisplayName;
            json.Errors.Add(
                "control_character", "The name holds a line break or another character that no name can hold.");
        }

        return null;
    }

    private static readonly EmailAddress Anyone = EmailAddress.Parse("anyone@example.net");

    private static ImmutableDictionary<string, string> Values(ref JsonCursor json) => TextReader.Map(
        ref json, SubmissionLimits.VariablesMax, SubmissionLimits.VariableNameLengthMax,
        SubmissionLimits.VariableLengthMax);

    private static void Refuse(ref JsonCursor json, string text) => json.Errors.Add(
        text.AsSpan().ContainsAny(TextRules.Controls) ? "control_character" : "address_syntax",
        text.Length == 0 ? "The address is empty."
            : text.TrimEnd('>').EndsWith('@') || !text.Contains('@', StringComparison.Ordinal)
                ? "The address has no domain."
            : "This is no e-mail address; it has to read local@domain or Name <local@domain>.");
}
