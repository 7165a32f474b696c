using System.Collections.Immutable;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Contacts;
using Actors.Grains.SignUps;

namespace Actors.Api.SignUps;

/// <summary>Reads the settings of a form.</summary>
internal static class SignUpFormReader
{
    public static readonly ImmutableArray<ProblemType> Problems =
    [
        ProblemTypes.MalformedJson, ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField, ProblemTypes.Conflict,
        ProblemTypes.AccountNotApproved, ProblemTypes.UnknownAccount, ProblemTypes.SenderNotVerified,
    ];

    private const int UrlLengthMax = 500;

    /// <returns>Null where something is wrong: <see cref="Fields.Problem"/> says what.</returns>
    public static SignUpForm? Read(Fields fields, string id)
    {
        var name = fields.Name("name", SignUpFormLimits.NameLengthMax);
        var sender = SignUpFields.Sender(fields);
        var lists = SignUpFields.Lists(fields);
        var details = Names(fields);
        var language = SignUpFields.Language(fields);
        var consent = Consent(fields);
        var redirect = Redirect(fields);
        var thankYou = ThankYou(fields);
        var origins = Origins(fields);
        return sender is null
            ? null
            : new SignUpForm(id, name, sender, lists, details, language, consent, redirect, thankYou, origins);
    }

    /// <returns>What it is worth where nothing is wrong.</returns>
    public static SignUpFormChange Change(Fields fields) => new(
        fields.NameOrNull("name", SignUpFormLimits.NameLengthMax),
        SignUpFields.From(fields),
        OrNone(fields, "smtp_account", SignUpFields.Account(fields)?.Value),
        fields.Has("lists") ? SignUpFields.Lists(fields) : Absent(fields, "lists"),
        fields.Has("details") ? Names(fields) : Absent(fields, "details"),
        OrNone(fields, "language", SignUpFields.Language(fields)),
        OrNone(fields, "consent", Consent(fields)),
        OrNone(fields, "redirect", Redirect(fields)),
        OrNone(fields, "thank_you", ThankYou(fields)),
        fields.Has("origins") ? Origins(fields) : Absent(fields, "origins"));

    /// <summary>A given null takes it away.</summary>
    private static string? OrNone(Fields fields, string name, string? given) => fields.IsNull(name) ? "" : given;

    /// <summary>A list that is absent stays; null would take nothing away that an empty one does not.</summary>
    private static ImmutableArray<string>? Absent(Fields fields, string name) => fields.IsNull(name)
        ? fields.Error<ImmutableArray<string>?>(name, "wrong_type", "The value has to be a list, perhaps empty.")
        : null;

    private static string? Consent(Fields fields) =>
        fields.LongTextOrNull("consent", SignUpLimits.ConsentLengthMax);

    private static string? ThankYou(Fields fields) =>
        fields.TextOrNull("thank_you", SignUpFormLimits.ThankYouLengthMax);

    private static string? Redirect(Fields fields) => fields.TextOrNull("redirect", UrlLengthMax) is not { } url ? null
        : PageOf(url) ?? fields.Error<string>("redirect", "invalid_url", "This is no https address.");

    private static ImmutableArray<string> Names(Fields fields)
    {
        var names = fields.TextsOrEmpty("details", ContactLimits.DetailNameLengthMax);
        if (names.Length > SignUpFormLimits.DetailsMax || names.Contains("email") || names.Contains(SignUpForm.Trap))
            fields.Error<string>(
                "details", "invalid_details",
                $"A form has at most {SignUpFormLimits.DetailsMax} details; email and {SignUpForm.Trap} are none.");
        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>As browsers write them in Origin: scheme, host and port.</summary>
    private static ImmutableArray<string> Origins(Fields fields)
    {
        var given = fields.TextsOrEmpty("origins", UrlLengthMax);
        var origins = given.Select(OriginOf).OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (given.Length > SignUpFormLimits.OriginsMax || given.Any(one => OriginOf(one) is null))
            fields.Error<string>(
                "origins", "invalid_url", $"At most {SignUpFormLimits.OriginsMax} such as https://shop.example.");
        return origins;
    }

    private static string? OriginOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;

    /// <returns>In ASCII, as it goes into a header; null for what is no page.</returns>
    private static string? PageOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == "https" && uri.UserInfo.Length == 0
            ? new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri
            : null;
}
