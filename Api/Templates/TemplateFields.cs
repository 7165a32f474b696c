using Actors.Api.Json;
using Actors.Grains.StandardEmails;

namespace Actors.Api.Templates;

/// <summary>Reads the words of a mail from a body.</summary>
internal static class TemplateFields
{
    /// <summary>Bytes of a body: all words at their limits, with most letters escaped.</summary>
    public const int BodyBytesMax = 1024 * 1024;

    /// <summary>Wrong ones are told: check <see cref="Fields.Problem"/> before use.</summary>
    public static EmailText Words(Fields fields)
    {
        var subject = fields.Text("subject", EmailLimits.SubjectLengthMax);
        var text = fields.LongTextOrNull("text", EmailLimits.TextLengthMax);
        if (text is null ? !fields.Has("text") : string.IsNullOrWhiteSpace(text))
            fields.Error<string>("text", "missing", "Every mail has a text, also beside HTML.");
        return new EmailText(subject, text ?? "", Html(fields), fields.FlagOrNull("footer") ?? true);
    }

    /// <returns>Null where none of the words is given.</returns>
    public static EmailText? WordsOrNull(Fields fields) =>
        fields.Has("subject") || fields.Has("text") || fields.Has("html") || fields.Has("footer")
            ? Words(fields)
            : null;

    private static string? Html(Fields fields) =>
        fields.LongTextOrNull("html", EmailLimits.HtmlLengthMax) is { Length: > 0 } html ? html : null;
}
