using System.Collections.Immutable;
using Actors.Api.Contacts;
using Actors.Api.Json;
using Actors.Grains.Ids;
using Actors.Grains.SignUps;
using Actors.Grains.StandardEmails;
using Actors.Mail.Addresses;

namespace Actors.Api.SignUps;

/// <summary>Reads what a request says of a sign-up or a form.</summary>
internal static class SignUpFields
{
    private const int SenderLengthMax = 500;
    private const int IdLengthMax = 64;

    /// <returns>Null, after telling so, where it is wrong.</returns>
    public static SignUpSender? Sender(Fields fields)
    {
        AccountId? account = null;
        if (fields.TextOrNull("smtp_account", IdLengthMax) is { } text)
        {
            if (AccountId.TryParse(text, out var id))
                account = id;
            else
                fields.Error<string>("smtp_account", "invalid_id", "This is no id of an SMTP account.");
        }

        var from = fields.Text("from", SenderLengthMax);
        if (Mailbox.TryParse(from, out var mailbox))
            return new SignUpSender(account, mailbox);
        return from.Length == 0 ? null : fields.Error<SignUpSender>("from", "address_syntax", "This is no sender.");
    }

    public static ImmutableArray<string> Lists(Fields fields)
    {
        var lists = ContactFields.Lists(fields) ?? [];
        if (lists.Length > SignUpLimits.ListsMax)
            fields.Error<string>("lists", "too_many", $"A sign-up names at most {SignUpLimits.ListsMax} lists.");
        return [.. lists.Distinct(StringComparer.Ordinal)];
    }

    public static string? Language(Fields fields) => fields.TextOrNull("language", IdLengthMax) is not { } language
        ? null
        : EmailLanguages.All.Contains(language)
            ? language
            : fields.Error<string>(
                "language", "unknown_value", $"The value has to be one of {string.Join(", ", EmailLanguages.All)}.");
}
