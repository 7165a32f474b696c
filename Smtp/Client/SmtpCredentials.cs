using System.Text;

namespace Actors.Smtp.Client;

/// <summary>What to log in with (RFC 4954), and what the way must be like that the password goes.</summary>
public sealed record SmtpCredentials
{
    /// <summary>UTF-16 units of either part at most.</summary>
    public const int LengthMax = 255;

    /// <exception cref="ArgumentException">
    /// A part is empty, too long or holds a control character, which no prepared password has (RFC 4616 §2); PLAIN
    /// separates with one.
    /// </exception>
    public SmtpCredentials(string user, string password)
    {
        Check(user, nameof(user));
        Check(password, nameof(password));
        User = user;
        Password = password;
    }

    public string User { get; }

    public string Password { get; }

    /// <summary>Over anything less the password is not sent, and the attempt fails.</summary>
    public LoginNeeds Needs { get; init; } = LoginNeeds.VerifiedTls;

    /// <summary>RFC 4616 §2: no authorisation identity, NUL, user, NUL, password; in base64.</summary>
    internal string PlainResponse => Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{User}\0{Password}"));

    /// <summary>Without the password, for logs.</summary>
    public override string ToString() => User;

    private static void Check(string part, string name)
    {
        if (part.Length is 0 or > LengthMax || part.Any(char.IsControl))
            throw new ArgumentException($"1 to {LengthMax} characters, none a control character.", name);
    }
}
