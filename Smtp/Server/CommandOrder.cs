using System.Collections.Frozen;
using System.Text;

namespace Actors.Smtp.Server;

/// <summary>RFC 5321 §4.1.4, the order of commands: where the session is and what came, and where it goes.</summary>
/// <remarks>The destination is reached only when the command is accepted; a refused one leaves the session where it
/// was. The refusals of what is not in the table are computed from the table.</remarks>
internal static class CommandOrder
{
    private static readonly FrozenDictionary<(SmtpPhase, SmtpVerb), SmtpPhase> Next =
        new Dictionary<(SmtpPhase, SmtpVerb), SmtpPhase>
        {
            [(SmtpPhase.Connected, SmtpVerb.Ehlo)] = SmtpPhase.Greeted,
            [(SmtpPhase.Connected, SmtpVerb.Helo)] = SmtpPhase.Greeted,
            [(SmtpPhase.Connected, SmtpVerb.Rset)] = SmtpPhase.Connected,

            [(SmtpPhase.Greeted, SmtpVerb.Ehlo)] = SmtpPhase.Greeted,
            [(SmtpPhase.Greeted, SmtpVerb.Helo)] = SmtpPhase.Greeted,
            [(SmtpPhase.Greeted, SmtpVerb.StartTls)] = SmtpPhase.Connected,
            [(SmtpPhase.Greeted, SmtpVerb.Auth)] = SmtpPhase.Greeted,
            [(SmtpPhase.Greeted, SmtpVerb.Mail)] = SmtpPhase.MailGiven,
            [(SmtpPhase.Greeted, SmtpVerb.Rset)] = SmtpPhase.Greeted,

            [(SmtpPhase.MailGiven, SmtpVerb.Ehlo)] = SmtpPhase.Greeted,
            [(SmtpPhase.MailGiven, SmtpVerb.Helo)] = SmtpPhase.Greeted,
            [(SmtpPhase.MailGiven, SmtpVerb.Rcpt)] = SmtpPhase.RcptGiven,
            [(SmtpPhase.MailGiven, SmtpVerb.Rset)] = SmtpPhase.Greeted,

            [(SmtpPhase.RcptGiven, SmtpVerb.Ehlo)] = SmtpPhase.Greeted,
            [(SmtpPhase.RcptGiven, SmtpVerb.Helo)] = SmtpPhase.Greeted,
            [(SmtpPhase.RcptGiven, SmtpVerb.Rcpt)] = SmtpPhase.RcptGiven,
            [(SmtpPhase.RcptGiven, SmtpVerb.Data)] = SmtpPhase.Greeted,
            [(SmtpPhase.RcptGiven, SmtpVerb.Rset)] = SmtpPhase.Greeted,
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<SmtpPhase, byte[]> Refusals =
        Enum.GetValues<SmtpPhase>().ToFrozenDictionary(phase => phase, Refusal);

    /// <summary>Where <paramref name="verb"/> leads once it is accepted.</summary>
    /// <returns>False when it has no place here; <see cref="RefusalIn"/> is then the reply.</returns>
    public static bool TryNext(SmtpPhase phase, SmtpVerb verb, out SmtpPhase next) =>
        Next.TryGetValue((phase, verb), out next);

    /// <summary>The reply, with CRLF, to a command that has no place in <paramref name="phase"/>: it names those that
    /// have.</summary>
    public static ReadOnlySpan<byte> RefusalIn(SmtpPhase phase) => Refusals[phase];

    private static byte[] Refusal(SmtpPhase phase)
    {
        var verbs = Next.Keys.Where(key => key.Item1 == phase).Select(key => key.Item2).Order().Select(SmtpVerbs.Name);
        return Encoding.ASCII.GetBytes($"503 5.5.1 Bad sequence of commands, expected {string.Join(", ", verbs)}\r\n");
    }
}
