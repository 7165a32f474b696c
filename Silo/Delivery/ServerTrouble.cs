using Actors.Grains.Messages;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Replies;
using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>Tells an account when its own server cannot be talked to, and when it can be again.</summary>
public sealed class ServerTrouble(ILogger<ServerTrouble> log)
{
    /// <summary>Whether the failure is the server's or its settings', so that no message may fail for good by it: all
    /// before MAIL FROM, and at MAIL FROM what asks for a login or TLS (RFC 4954 §6).</summary>
    public static bool IsOfServer(RecipientOutcome recipient) =>
        recipient.Stage < SendStage.MailFrom
        || (recipient.Stage == SendStage.MailFrom && recipient.Reply.Code is 454 or 530 or 534 or 535 or 538);

    /// <summary>A success is no news, unless there was trouble before.</summary>
    public async ValueTask Note(ISmtpAccountGrain account, OwnRelay relay, MadeAttempt? made)
    {
        if (made is not { Report: { Outcome: not AttemptOutcome.Withheld, Trace.Stage: { } stage } report })
            return;
        var failed = Enum.TryParse<SendStage>(stage, out var at) && at < SendStage.MailFrom;
        if (failed || relay.HasTrouble)
            await Tell(account, relay, failed ? FailureOf(at, report) : null);
    }

    /// <summary>The server's address was not found, or its password does not open: no connection was tried.</summary>
    public ValueTask NoteLost(ISmtpAccountGrain account, OwnRelay relay, Reply reply)
    {
        var words = CheckWords.Failed(SendStage.Resolve, reply);
        return Tell(account, relay, new ServerFailure(CheckWords.StepOf(SendStage.Resolve), words, reply.ToString()));
    }

    private async ValueTask Tell(ISmtpAccountGrain account, OwnRelay relay, ServerFailure? failure)
    {
        try
        {
            await account.NoteServer(relay.Version, failure);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "an account could not be told of its server");
        }
    }

    private static ServerFailure FailureOf(SendStage stage, AttemptReport report) => new(
        CheckWords.StepOf(stage), CheckWords.Failed(stage),
        report.Outcome is AttemptOutcome.Transient transient ? transient.Reply.ToString() : "");
}
