using System.Runtime.CompilerServices;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>What follows a 354: the content with its final dot, and the last reply.</summary>
internal sealed class ContentTransfer(
    SmtpWire wire,
    SmtpClientOptions options,
    RecipientOutcomes outcomes,
    TransactionReplies replies,
    IReadOnlyList<ReadOnlyMemory<byte>> content)
{
    /// <summary>Octets gathered before a write.</summary>
    private const int BlockOctets = 64 * 1024;

    private bool isDotOnItsWay;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask Send()
    {
        if (outcomes.Undecided == 0)
        {
            // 354 although nobody is left: end the empty message and pay no heed (RFC 2920 §3.1).
            wire.Output.Add(".\r\n"u8);
            await wire.Flush(options.BlockTimeout);
            replies.Goes(await wire.ReadReply(options.FinalDotTimeout), SendStage.FinalDot);
            return;
        }
        if (!await WriteContent())
        {
            await LastWords();
            return;
        }
        var reply = await wire.ReadReply(options.FinalDotTimeout);
        if (!replies.Goes(reply, SendStage.FinalDot))
            return;
        if (reply!.Code is >= 300 and < 400)
            replies.Nonsense(SendStage.FinalDot);
        else
            outcomes.DecideRest(reply, SendStage.FinalDot, fromPeer: true);
    }

    /// <returns>False when it did not all go out.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WriteContent()
    {
        var encoder = new DataEncoder();
        for (var i = 0; i < content.Count; i++)
        {
            for (var rest = content[i]; !rest.IsEmpty;)
            {
                var block = rest[..Math.Min(rest.Length, BlockOctets)];
                rest = rest[block.Length..];
                encoder.Write(block.Span, wire.Output);
                if (wire.Output.Length < BlockOctets)
                    continue;
                if (!await wire.FlushListening(options.BlockTimeout, "(content)"))
                    return false;
            }
        }
        if (wire.HasSpoken)
            return false;
        encoder.Finish(wire.Output);
        isDotOnItsWay = true;
        return await wire.Flush(options.BlockTimeout, "(content and final dot)");
    }

    /// <summary>The content could not be sent to its end. A server that refuses it early says so before it hangs up,
    /// and then that is the answer (RFC 5321 §4.2.5 has none for it, and servers do it all the same).</summary>
    private async ValueTask LastWords()
    {
        var mayHaveArrived = isDotOnItsWay && !wire.LastFlushSurelyCut;
        var reply = await wire.ReadReply(options.CommandTimeout);
        if (reply is { Code: >= 400 })
            outcomes.DecideRest(reply, SendStage.Content, fromPeer: true);
        wire.Break(LocalReplies.NotSmtp); // in the middle of the content there is no way back
        outcomes.DecideRest(wire.Fault!, mayHaveArrived ? SendStage.FinalDot : SendStage.Content, fromPeer: false);
    }
}
