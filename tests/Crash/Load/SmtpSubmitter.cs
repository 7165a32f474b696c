using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Actors.Crash.Journals;
using Actors.Crash.Processes;

namespace Actors.Crash.Load;

/// <summary>Over SMTP: in clear from a trusted network, or with TLS and a login.</summary>
/// <param name="login">Null for the trusted network.</param>
public sealed class SmtpSubmitter(FirstKeys? login) : ISubmitter
{
    private const string QueuedAs = "queued as ";
    private const int Ok = 250;
    private const int Closing = 421;

    private Announcement server = null!;
    private SmtpTalk? talk;

    public int Together => 1;

    public void Meet(Announcement server)
    {
        this.server = server;
        Close();
    }

    public async Task<IReadOnlyList<Answer>> Submit(IReadOnlyList<Submission> work)
    {
        try
        {
            return [await Submit(work[0])];
        }
        catch (Exception gone) when (gone is IOException or SocketException or AuthenticationException)
        {
            Close();
            return [new Answer.Unknown(gone.Message)];
        }
    }

    private async Task<Answer> Submit(Submission submission)
    {
        if (talk is null && await Begin() is { } unwelcome)
            return unwelcome;
        foreach (var command in Commands(submission))
        {
            var (code, text) = await talk!.Say(command);
            if (code is not (Ok or 354))
                return Refusal(code, text);
        }
        var (final, reply) = await talk!.Say(Content(submission) + "\r\n.");
        var id = reply.IndexOf(QueuedAs, StringComparison.Ordinal);
        return final == Ok ? new Answer.Accepted(reply[(id + QueuedAs.Length)..], false) : Refusal(final, reply);
    }

    /// <returns>Null when mail can be given.</returns>
    private async Task<Answer?> Begin()
    {
        talk = await SmtpTalk.Connect(login is null ? server.Smtp : server.SmtpTls, tls: login is not null);
        foreach (var command in (string[])["", "EHLO client.crash.test", .. Authentication()])
        {
            var (code, text) = await talk.Say(command);
            if (code is not (220 or Ok or 235))
                return Refusal(code, text);
        }
        return null;
    }

    private string[] Authentication() => login is null
        ? []
        : ["AUTH PLAIN "
            + Convert.ToBase64String(Encoding.ASCII.GetBytes($"\0{login.SmtpUser}\0{login.SmtpPassword}"))];

    private static IEnumerable<string> Commands(Submission submission) =>
    [
        $"MAIL FROM:<{Submission.From}>",
        .. submission.Recipients.Select(address => $"RCPT TO:<{address}>"),
        "DATA",
    ];

    private static string Content(Submission submission)
    {
        var key = submission.IdempotencyKey is { } text ? $"X-Idempotency-Key: {text}\r\n" : "";
        return $"From: <{Submission.From}>\r\nTo: <all@{Submission.Domain}>\r\nSubject: {submission.Mark}\r\n"
            + $"{Submission.Header}: {submission.Mark}\r\n{key}\r\n{submission.Text.TrimEnd()}";
    }

    private Answer Refusal(int code, string text)
    {
        Close();
        return code switch
        {
            Closing => new Answer.Unavailable(code),
            < 500 => new Answer.Unknown(text),
            _ => new Answer.Refused(code, text),
        };
    }

    private void Close()
    {
        talk?.Dispose();
        talk = null;
    }
}
