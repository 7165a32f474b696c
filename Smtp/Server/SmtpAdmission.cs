using Actors.Mail.Replies;

namespace Actors.Smtp.Server;

/// <summary>What the receiver makes of a client that has just connected.</summary>
public abstract record SmtpAdmission
{
    private SmtpAdmission()
    {
    }

    /// <summary>Anyone, who must authenticate before naming recipients.</summary>
    public static SmtpAdmission Stranger { get; } = new Welcome(IsTrusted: false, Identity: null);

    /// <param name="IsTrusted">May name recipients without authentication.</param>
    /// <param name="Identity">Whom a trusted client acts for; the session hands it back. Null: not known yet.</param>
    /// <param name="Account">Whose connections are counted together; null counts with nobody.</param>
    public sealed record Welcome(bool IsTrusted, object? Identity, string? Account = null) : SmtpAdmission;

    /// <summary>The connection ends with this reply instead of a greeting: 421 or 554 (RFC 5321 §3.1).</summary>
    public sealed record Refused(Reply Reply) : SmtpAdmission;
}
