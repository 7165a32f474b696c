using System.Globalization;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client;

/// <summary>What a server offers in its reply to EHLO (RFC 5321 §4.1.1.1); nothing after HELO.</summary>
public sealed record SmtpExtensions
{
    public static SmtpExtensions None { get; } = new();

    /// <summary>RFC 2920.</summary>
    public bool Pipelining { get; private init; }

    /// <summary>RFC 6152.</summary>
    public bool EightBitMime { get; private init; }

    /// <summary>RFC 6531.</summary>
    public bool SmtpUtf8 { get; private init; }

    /// <summary>RFC 3207.</summary>
    public bool StartTls { get; private init; }

    /// <summary>RFC 1870.</summary>
    public bool Size { get; private init; }

    /// <summary>Octets of a message the server takes at most; null when it states no limit.</summary>
    public long? SizeMax { get; private init; }

    /// <summary>RFC 3461.</summary>
    public bool Dsn { get; private init; }

    /// <summary>RFC 4954, mechanism PLAIN (RFC 4616).</summary>
    public bool AuthPlain { get; private init; }

    /// <summary>RFC 4954, mechanism LOGIN.</summary>
    public bool AuthLogin { get; private init; }

    /// <param name="reply">
    /// Positive, to EHLO. Its first line is a greeting; unknown and malformed keywords are ignored.
    /// </param>
    public static SmtpExtensions Parse(Reply reply)
    {
        var offered = None;
        foreach (var line in reply.Text.Split('\n').Skip(1))
        {
            var words = line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries); // some write AUTH=PLAIN
            if (words.Length > 0)
                offered = offered.With(words[0].ToUpperInvariant(), words.AsSpan(1));
        }
        return offered;
    }

    private SmtpExtensions With(string keyword, ReadOnlySpan<string> parameters) => keyword switch
    {
        "PIPELINING" => this with { Pipelining = true },
        "8BITMIME" => this with { EightBitMime = true },
        "SMTPUTF8" => this with { SmtpUtf8 = true },
        "DSN" => this with { Dsn = true },
        "STARTTLS" => this with { StartTls = true },
        "SIZE" => this with { Size = true, SizeMax = Limit(parameters) },
        "AUTH" => this with
        {
            AuthPlain = AuthPlain || Contains(parameters, "PLAIN"),
            AuthLogin = AuthLogin || Contains(parameters, "LOGIN"),
        },
        _ => this,
    };

    /// <summary>0 states that there is no fixed limit (RFC 1870 §4).</summary>
    private static long? Limit(ReadOnlySpan<string> parameters) =>
        parameters.Length > 0
        && long.TryParse(parameters[0], NumberStyles.None, CultureInfo.InvariantCulture, out var octets) && octets > 0
            ? octets
            : null;

    private static bool Contains(ReadOnlySpan<string> parameters, string mechanism)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Equals(mechanism, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
