using System.Text;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>Takes a password out of what a transcript shows, in each form it has on the wire: a server may repeat
/// it.</summary>
internal sealed class LoginData(SmtpCredentials? credentials)
{
    private const string Masked = "(login data)";

    private readonly string[] forms = credentials is null
        ? []
        :
        [
            credentials.PlainResponse, Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials.Password)),
            credentials.Password,
        ];

    public string Without(string line)
    {
        foreach (var form in forms)
            line = line.Replace(form, Masked, StringComparison.Ordinal);
        return line;
    }
}
