using System.Text;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>Makes replies of the lines that have come in, shows them to the transcript, and hides a password that has
/// been sent from both.</summary>
internal sealed class ReplyLines(SmtpEndpoint endpoint, InputBuffer input)
{
    private readonly ReplyParser parser = new();
    private readonly RepeatedReplies repeated = new();
    private LoginData? login;

    /// <summary>Null listens to nothing and costs nothing.</summary>
    public ITranscript? Transcript { get; set; }

    /// <summary>From now on the server may repeat the password, and nobody is to see that.</summary>
    public void Hide(SmtpCredentials credentials) => login = new(credentials);

    /// <param name="slot">Commands whose positive replies repeat literally share a slot; -1 for none.</param>
    /// <param name="reply">Null unless it is complete.</param>
    public ReplyProgress Take(int slot, out Reply? reply)
    {
        reply = null;
        while (input.Pending.IndexOf((byte)'\n') is var length and >= 0)
        {
            var line = input.Pending[..length];
            input.Skip(length + 1);
            if (line.EndsWith("\r"u8))
                line = line[..^1];
            Transcript?.Received(endpoint, Shown(line));
            if (repeated.TryGet(slot, line, out reply))
                return ReplyProgress.Complete;
            switch (parser.Read(line))
            {
                case ReplyProgress.Complete:
                    reply = login is null ? parser.Reply! : login.Without(parser.Reply!);
                    repeated.Keep(slot, line, reply);
                    return ReplyProgress.Complete;
                case ReplyProgress.Malformed:
                    return ReplyProgress.Malformed;
            }
            slot = -1; // several lines: not of the kind that repeats
        }
        return ReplyProgress.More;
    }

    /// <summary>The code stays as it is: a password may be a digit.</summary>
    private string Shown(ReadOnlySpan<byte> line)
    {
        const int codeLength = 4;
        var text = Encoding.UTF8.GetString(line);
        return login is null || text.Length <= codeLength
            ? text
            : text[..codeLength] + login.Without(text[codeLength..]);
    }
}
