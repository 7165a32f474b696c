using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Actors.Mail.Addresses;

namespace Actors.Mail.Messages;

/// <summary>How a recipient gets off the list: List-Unsubscribe (RFC 2369), one click by RFC 8058.</summary>
/// <remarks>A signature has to cover both fields (RFC 8058 §4), or readers ignore the one click.</remarks>
public sealed record ListUnsubscribe
{
    private static readonly SearchValues<char> UriText = SearchValues.Create(
        [.. Enumerable.Range(33, 94).Select(c => (char)c).Where(c => c is not ('<' or '>' or '"'))]);

    private ListUnsubscribe(ImmutableArray<string> uris, bool oneClick)
    {
        Uris = uris;
        IsOneClick = oneClick;
    }

    /// <summary>One or two: the web page first. ASCII without white space and angle brackets.</summary>
    public ImmutableArray<string> Uris { get; }

    /// <summary>A POST of "List-Unsubscribe=One-Click" to the https page is enough, without asking again.</summary>
    public bool IsOneClick { get; }

    /// <param name="url">http or https, at most 900 octets, percent-encoded; null for none.</param>
    /// <param name="mailto">A mailto URI (RFC 6068); null for none.</param>
    /// <param name="problem">Why it was refused, for the sender to read; null when it was not.</param>
    public static bool TryCreate(
        string? url,
        string? mailto,
        bool oneClick,
        [NotNullWhen(true)] out ListUnsubscribe? list,
        [NotNullWhen(false)] out string? problem)
    {
        list = null;
        problem = url is null && mailto is null
            ? "A url or a mailto is required."
            : PageProblem(url) ?? MailtoProblem(mailto);
        if (problem is null && oneClick && (url is null || !Begins(url, "https:")))
            problem = "One click needs an https url (RFC 8058).";
        if (problem is not null)
            return false;
        list = new ListUnsubscribe([.. new[] { url, mailto }.OfType<string>()], oneClick);
        return true;
    }

    private static string? PageProblem(string? url)
    {
        if (url is null)
            return null;
        if (TextProblem("url", url) is { } problem)
            return problem;
        if (!Begins(url, "https://") && !Begins(url, "http://"))
            return "The url has to begin with https:// or http://.";
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? null
            : "The url names no host that could be asked.";
    }

    private static string? MailtoProblem(string? mailto)
    {
        const string Scheme = "mailto:";
        if (mailto is null)
            return null;
        if (TextProblem("mailto", mailto) is { } problem)
            return problem;
        if (!Begins(mailto, Scheme))
            return $"The mailto has to begin with {Scheme}.";
        var address = mailto[Scheme.Length..];
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return EmailAddress.TryParse(Uri.UnescapeDataString(query < 0 ? address : address[..query]), out _)
            ? null
            : $"The mailto names no address after {Scheme}.";
    }

    private static string? TextProblem(string name, string text)
    {
        if (text.Length == 0)
            return $"The {name} is empty.";
        if (text.Length > MessageLimits.UnfoldableRunMax)
            return $"The {name} has {text.Length} characters; at most {MessageLimits.UnfoldableRunMax} are allowed.";
        var at = text.AsSpan().IndexOfAnyExcept(UriText);
        if (at < 0)
            return null;
        var value = Rune.TryGetRuneAt(text, at, out var rune) ? rune.Value : text[at];
        return $"The {name} holds U+{value:X4}, which has to be percent-encoded.";
    }

    private static bool Begins(string text, string scheme) =>
        text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
}
