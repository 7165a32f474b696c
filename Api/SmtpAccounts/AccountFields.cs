using Actors.Api.Json;
using Actors.Grains.Messages;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Api.SmtpAccounts;

/// <summary>Reads what a tenant sets of an account.</summary>
internal static class AccountFields
{
    private const int WordLengthMax = 20;

    /// <remarks>Check <see cref="Fields.Problem"/> before use.</remarks>
    public static (AccountSettings Settings, AccountSecrets Secrets) Read(Fields fields)
    {
        var isOwn = Word(fields, "kind", "platform", "own");
        var secrets = AccountSecrets.None;
        var settings = new AccountSettings
        {
            Name = fields.Name("name", AccountLimits.NameLengthMax),
            Email = fields.Address("email"),
            DisplayName = fields.NameOrNull("display_name", AddressLimits.DisplayNameMax),
            ReplyTo = MailboxOf(fields, "reply_to"),
            Stream = Word(fields, "stream", "transactional", "marketing")
                ? MailStream.Marketing
                : MailStream.Transactional,
        };
        return isOwn
            ? (Own(fields, settings, out secrets), secrets)
            : (Platform(fields, settings), secrets);
    }

    private static AccountSettings Platform(Fields fields, AccountSettings settings) => settings with
    {
        DedicatedIp = Word(fields, "ip", "shared", "dedicated"),
        OverrideFrom = OverrideOf(fields, "override_from"),
        OverrideTo = OverrideOf(fields, "override_to"),
    };

    private static AccountSettings Own(Fields fields, AccountSettings settings, out AccountSecrets secrets)
    {
        secrets = AccountSecrets.None;
        var proxy = fields.PartOrNull("proxy");
        if (fields.PartOrNull("server") is { } server)
            settings = settings with { Server = ServerFields.Read(server, proxy, out secrets) };
        else
            fields.Error<string>("server", "missing", "An own account has a server.");
        return settings with { Shared = fields.FlagOrNull("shared") ?? true };
    }

    private static AddressOverride? OverrideOf(Fields fields, string name) =>
        fields.PartOrNull(name) is not { } rule ? null : new AddressOverride(
            rule.Text("email_detail", SubmissionLimits.VariableNameLengthMax),
            rule.TextOrNull("name_detail", SubmissionLimits.VariableNameLengthMax),
            MailboxOf(rule, "fallback"));

    private static Mailbox? MailboxOf(Fields fields, string name)
    {
        if (fields.PartOrNull(name) is not { } given)
            return null;
        var address = given.Address("email");
        var display = given.NameOrNull("name", AddressLimits.DisplayNameMax);
        return address is not null && Mailbox.TryCreate(display, address, out var mailbox) ? mailbox : null;
    }

    /// <returns>Whether it is the second of the two words; the first where the field is absent.</returns>
    private static bool Word(Fields fields, string name, string first, string second)
    {
        var word = fields.TextOrNull(name, WordLengthMax);
        if (word is not null && word != first && word != second)
            fields.Error<string>(name, "unknown_value", $"The value has to be {first} or {second}.");
        return word == second;
    }
}
