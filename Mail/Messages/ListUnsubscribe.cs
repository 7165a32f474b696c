using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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
        problem = url is null && mailto is null ? "A url or a mailto is required."
            : url is not null && !IsPage(url) ? "The url must be http or https, in ASCII and at most 900 characters."
            : mailto is not null && !IsMailto(mailto) ? "The mailto must be mailto: and an address, in ASCII."
            : oneClick && url?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) != true
                ? "One click needs an https url (RFC 8058)."
            : null;
        if (problem is not null)
            return false;
        list = new ListUnsubscribe([.. new[] { url, mailto }.OfType<string>()], oneClick);
        return true;
    }

    private static bool IsPage(string url) => IsUri(url) && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    private static bool IsMailto(string mailto)
    {
        const string Scheme = "mailto:";
        if (!IsUri(mailto) || !mailto.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        var address = mailto[Scheme.Length..];
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return EmailAddress.TryParse(Uri.UnescapeDataString(query < 0 ? address : address[..query]), out _);
    }

    private static bool IsUri(string text) =>
        text.Length <= MessageLimits.UnfoldableRunMax && !text.AsSpan().ContainsAnyExcept(UriText);
}
