using System.Diagnostics.CodeAnalysis;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Smime;
using Actors.Silo.Files;

namespace Actors.Silo.Signing;

/// <summary>Where a sender's certificate is, as the settings say it: <c>address:file:password-file</c>.</summary>
public sealed record SigningIdentityFile(EmailAddress Sender, string File, string PasswordFile)
{
    private const int Parts = 3;

    public static bool TryParse(string text, [NotNullWhen(true)] out SigningIdentityFile? file)
    {
        var parts = text.Split(':', Parts, StringSplitOptions.TrimEntries);
        file = parts.Length == Parts && parts[1].Length > 0 && parts[2].Length > 0
            && EmailAddress.TryParse(parts[0], out var sender)
            ? new SigningIdentityFile(sender, parts[1], parts[2])
            : null;
        return file is not null;
    }

    /// <param name="reason">Why it cannot sign, with the file's full path.</param>
    public bool TryLoad(
        DateTimeOffset now,
        [NotNullWhen(true)] out SmimeIdentity? identity,
        [NotNullWhen(false)] out string? reason)
    {
        identity = null;
        if (!SmallFile.TryRead(File, SmimeLimits.FileOctetsMax, out var file, out reason)
            || !SmallFile.TryRead(PasswordFile, SmimeLimits.PasswordMax, out var password, out reason))
            return false;

        var text = Encoding.UTF8.GetString(password).TrimEnd('\r', '\n');
        if (!SmimeIdentity.TryLoad(file, text, Sender, now, out identity, out var refusal))
            reason = $"{Path.GetFullPath(File)}: {refusal.Text.TrimEnd('.')}";
        return identity is not null;
    }
}
