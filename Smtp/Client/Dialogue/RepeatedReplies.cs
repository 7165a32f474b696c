using System.Diagnostics.CodeAnalysis;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>
/// Remembers the last one-line positive reply per slot: servers answer MAIL, RCPT and DATA with the same octets
/// message after message, and comparing them is cheaper than parsing them anew.
/// </summary>
internal sealed class RepeatedReplies
{
    public const int Mail = 0, Rcpt = 1, Data = 2;

    private const int Slots = 3;
    private const int LineOctetsMax = 128;
    private readonly (byte[] Line, Reply? Reply)[] last = new (byte[], Reply?)[Slots];

    public bool TryGet(int slot, ReadOnlySpan<byte> line, [NotNullWhen(true)] out Reply? reply)
    {
        reply = slot >= 0 && last[slot].Reply is { } known && line.SequenceEqual(last[slot].Line) ? known : null;
        return reply is not null;
    }

    public void Keep(int slot, ReadOnlySpan<byte> line, Reply reply)
    {
        if (slot >= 0 && reply.IsPositive && line.Length <= LineOctetsMax)
            last[slot] = (line.ToArray(), reply);
    }
}
