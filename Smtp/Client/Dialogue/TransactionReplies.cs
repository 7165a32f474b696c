using System.Runtime.CompilerServices;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>Reads the replies to the commands of one message and notes what they mean for its recipients. Each method
/// says whether the dialogue goes on.</summary>
internal sealed class TransactionReplies(
    SmtpWire wire, SmtpClientOptions options, RecipientOutcomes outcomes, bool resetFirst)
{
    /// <summary>Whether the server still holds the beginning of a transaction that RSET must clear.</summary>
    public bool NeedsReset { get; set; } = resetFirst;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> Reset()
    {
        if (!NeedsReset)
            return true;
        var reply = await wire.ReadReply(options.CommandTimeout);
        NeedsReset = false;
        return Goes(reply, SendStage.MailFrom) && (reply!.Code == 250 || Nonsense(SendStage.MailFrom));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> Mail()
    {
        var reply = await wire.ReadReply(options.MailTimeout, RepeatedReplies.Mail);
        if (!Goes(reply, SendStage.MailFrom))
            return false;
        if (reply!.Code >= 400)
            outcomes.DecideRest(reply, SendStage.MailFrom, fromPeer: true);
        return reply.Code is < 300 or >= 400 || Nonsense(SendStage.MailFrom);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> Rcpt(int index)
    {
        var reply = await wire.ReadReply(options.RcptTimeout, RepeatedReplies.Rcpt);
        if (!Goes(reply, SendStage.RcptTo))
            return false;
        if (reply!.Code >= 400)
            outcomes.Decide(index, reply, SendStage.RcptTo, fromPeer: true);
        return reply.Code is < 300 or >= 400 || Nonsense(SendStage.RcptTo);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> Data()
    {
        var reply = await wire.ReadReply(options.DataTimeout, RepeatedReplies.Data);
        if (!Goes(reply, SendStage.Data))
            return false;
        if (reply!.Code == 354)
            return true;
        if (reply.IsPositive)
            return Nonsense(SendStage.Data);
        NeedsReset = true;
        outcomes.DecideRest(reply, SendStage.Data, fromPeer: true);
        return false;
    }

    /// <summary>Ends the dialogue when the connection broke, or when the server says that it closes it (421).</summary>
    public bool Goes(Reply? reply, SendStage stage)
    {
        if (reply is null)
        {
            outcomes.DecideRest(wire.Fault!, stage, fromPeer: false);
            return false;
        }
        if (reply.Code != 421)
            return true;
        wire.Break(reply);
        outcomes.DecideRest(reply, stage, fromPeer: true);
        return false;
    }

    /// <summary>A reply that cannot answer the command: whoever speaks there is out of step.</summary>
    public bool Nonsense(SendStage stage)
    {
        wire.Break(LocalReplies.NotSmtp);
        return Goes(null, stage);
    }
}
