using System.Globalization;
using System.Numerics;

namespace Actors.Smtp.Server;

/// <summary>What <see cref="SmtpServerOptions"/> may hold.</summary>
public static class SmtpServerOptionsRules
{
    private const int HostNameLengthMax = 255;

    /// <summary>Every problem, as a sentence with the option's name. Empty when the options can be used.</summary>
    public static IReadOnlyList<string> Problems(this SmtpServerOptions options)
    {
        var found = new List<string>();
        if (options.HostName.Length is 0 or > HostNameLengthMax || options.HostName.Any(c => c is <= ' ' or > '~'))
            found.Add("HostName: 1 to 255 printable ASCII characters without spaces.");
        if (options.Security != SmtpSecurity.None && options.Tls is null)
            found.Add("Tls: a certificate is needed unless Security is None.");
        if (options.RequiresTls && options.Security == SmtpSecurity.None)
            found.Add("RequiresTls: Security is None, so that no client could send anything.");
        if (options.TextLineBytesMax is < 0 or (> 0 and < 1_000))
            found.Add("TextLineBytesMax: 0 (no limit) or at least 1,000 bytes (RFC 5321 section 4.5.3.1.6).");
        Range(found, "MessageBytesMax", options.MessageBytesMax, 64 * 1024, 1L << 30);
        Range(found, "RecipientsMax", options.RecipientsMax, 500, 50_000);
        Range(found, "ErrorsMax", options.ErrorsMax, 1, 10_000);
        Range(found, "IdleCommandsMax", options.IdleCommandsMax, 10, 100_000);
        Range(found, "AuthenticationFailuresMax", options.AuthenticationFailuresMax, 1, 100);
        Range(found, "IdleTimeout (seconds)", options.IdleTimeout.TotalSeconds, 1, 3_600);
        Range(found, "TransactionTimeout (seconds)", options.TransactionTimeout.TotalSeconds, 60, 86_400);
        Range(found, "LoginTimeout (seconds)", options.LoginTimeout.TotalSeconds, 10, 3_600);
        Range(found, "SessionTimeout (seconds)", options.SessionTimeout.TotalSeconds, 60, 7 * 86_400);
        Range(found, "HandshakeTimeout (seconds)", options.HandshakeTimeout.TotalSeconds, 1, 300);
        Range(found, "ContentBytesPerSecondMin", options.ContentBytesPerSecondMin, 0, 1 << 20);
        Range(found, "ConnectionsMax", options.ConnectionsMax, 1, 1_000_000);
        Range(found, "ConnectionsPerAddressMax", options.ConnectionsPerAddressMax, 1, 1_000_000);
        return found;
    }

    private static void Range<T>(List<string> found, string name, T value, T min, T max)
        where T : INumber<T>
    {
        if (value < min || value > max)
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {value} is not within {min} to {max}."));
    }
}
