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
        var (account, from) = (Account(fields), From(fields));
        if (!fields.Has("from"))
            fields.Text("from", SenderLengthMax); // tells that it is missing
        return from is null ? null : new SignUpSender(account, from);
    }

    /// <returns>Null where it is absent or, after telling so, wrong.</returns>
    public static AccountId? Account(Fields fields) =>
        fields.TextOrNull("smtp_account", IdLengthMax) is not { } text ? null
        : AccountId.TryParse(text, out var id) ? id
        : fields.Error<AccountId?>("smtp_account", "invalid_id", "This is no id of an SMTP account.");

    /// <returns>As <see cref="Account"/>.</returns>
    public static Mailbox? From(Fields fields) =>
        fields.TextOrNull("from", SenderLengthMax) is not { } text ? null
        : Mailbox.TryParse(text, out var mailbox) ? mailbox
        : fields.Error<Mailbox>("from", "address_syntax", "This is no sender.");

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
