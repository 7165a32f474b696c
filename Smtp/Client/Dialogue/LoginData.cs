using System.Text;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>Takes a password out of what a server says once it has been sent, in each form it has on the wire: some
/// servers repeat it, and replies are shown to customers and support.</summary>
internal sealed class LoginData(SmtpCredentials credentials)
{
    public const string Masked = "(login data)";

    private readonly string[] forms =
    [
        credentials.PlainResponse.TrimEnd('='),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials.Password)).TrimEnd('='),
        credentials.Password,
    ];

    public string Without(string text)
    {
        foreach (var form in forms)
            text = text.Replace(form, Masked, StringComparison.Ordinal);
        return text;
    }

    public Reply Without(Reply reply)
    {
        var text = Without(reply.Text);
        return ReferenceEquals(text, reply.Text) ? reply : new Reply(reply.Code, reply.Status, text);
    }
}
