using Actors.Mail.Replies;

namespace Actors.Smtp.Server;

/// <summary>The receiver's answer to a login and password.</summary>
public abstract record SmtpAuthentication
{
    private SmtpAuthentication()
    {
    }

    /// <summary>The same words for an unknown login and a wrong password, so that logins cannot be guessed.</summary>
    public static SmtpAuthentication WrongCredentials { get; } =
        new Refused(Reply.Of(535, "5.7.8", "Authentication failed: login or password is wrong"));

    /// <summary>The credentials could not be checked; the client may try again with the same (RFC 4954 §6).</summary>
    public static SmtpAuthentication TemporaryFailure { get; } =
        new Refused(Reply.Of(454, "4.7.0", "Authentication is not possible now, try again later"));

    /// <param name="Identity">Who this is; the session hands it back with every transaction.</param>
    /// <param name="Account">Whose connections are counted together; null counts with nobody.</param>
    public sealed record Accepted(object Identity, string? Account = null) : SmtpAuthentication;

    public sealed record Refused(Reply Reply) : SmtpAuthentication;
}
