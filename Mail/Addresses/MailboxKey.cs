using System.Text;

namespace Actors.Mail.Addresses;

internal static class MailboxKey
{
    internal static string Of(EmailAddress address)
    {
        var local = Unquoted(address.LocalPart);
        local = Ascii.IsValid(local)
            ? local.ToLowerInvariant()
            : local.Normalize(NormalizationForm.FormC).ToLowerInvariant().Normalize(NormalizationForm.FormC);
        return $"{local}@{address.Domain.Ascii}";
    }

    /// <summary>
    /// A quoted string that needs no quotes names the same mailbox as the bare form (RFC 5321 §4.1.2).
    /// </summary>
    private static string Unquoted(string local)
    {
        if (local[0] != '"')
            return local;
        var content = new StringBuilder(local.Length);
        for (var i = 1; i < local.Length - 1; i++)
            content.Append(local[i] == '\\' ? local[++i] : local[i]);
        var bare = content.ToString();
        return LocalPartGrammar.IsDotString(bare) ? bare : QuotedString.Of(bare);
    }
}
