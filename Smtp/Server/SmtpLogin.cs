using Actors.Mail.Replies;

namespace Actors.Smtp.Server;

/// <summary>AUTH (RFC 4954): the exchange of lines, the guard against those who guess, and the receiver's
/// answer.</summary>
internal sealed class SmtpLogin(SmtpServer server, SmtpSession session, SmtpTally tally, ReplyWriter replies)
{
    private AuthExchange? exchange;

    /// <summary>The next line is no command but the client's answer to a challenge.</summary>
    public bool IsUnderWay => exchange is not null;

    public ValueTask<SmtpStep> Begin(ReadOnlySpan<byte> argument)
    {
        var options = server.Options;
        if (!options.OffersAuthentication)
            return Refuse(Answers.AuthNotOffered);
        if (session.Login is not null)
            return Refuse(Answers.AuthTwice);
        if (options.AuthenticationNeedsTls && session.Tls is null)
            return Refuse(Answers.AuthNeedsTls);
        exchange = AuthExchange.Begin(argument, out var step);
        return Authentication(step);
    }

    /// <summary>Answers a line of the exchange that <see cref="Begin"/> has begun.</summary>
    public ValueTask<SmtpStep> Continue(ReadOnlySpan<byte> line) => Authentication(exchange!.Continue(line));

    private ValueTask<SmtpStep> Authentication(AuthExchange.Step step)
    {
        if (!step.Challenge.IsEmpty)
        {
            replies.Write(step.Challenge);
            return new(SmtpStep.Command);
        }
        exchange = null;
        return step.Credentials is null ? Refuse(step.Refusal) : Authenticate(step.Credentials);
    }

    private async ValueTask<SmtpStep> Authenticate(Credentials given)
    {
        var (guard, from) = (server.Guards.Logins, session.Peer.Remote.Address);
        if (!guard.TryBegin(from, given.Login))
        {
            replies.Refuse(Answers.LoginsHeldBack);
            return SmtpStep.CutOff;
        }
        var isWrong = false;
        try
        {
            var outcome = await server.Receiver.Authenticate(given.Login, given.Password, session, server.Stopping);
            isWrong = outcome is SmtpAuthentication.Refused { Reply.IsPermanent: true };
            return outcome is SmtpAuthentication.Accepted accepted
                ? LogIn(accepted, given.Login)
                : Refuse(((SmtpAuthentication.Refused)outcome).Reply, isWrong);
        }
        finally
        {
            if (session.Login is not null)
                guard.Succeeded(from, given.Login);
            else if (!isWrong)
                guard.Abandoned(from, given.Login);
        }
    }

    private SmtpStep LogIn(SmtpAuthentication.Accepted accepted, string login)
    {
        if (!tally.TryEnter(accepted.Account, server.Guards.Accounts))
        {
            replies.Refuse(Answers.TooManyOfAccount);
            return SmtpStep.CutOff;
        }
        (session.Identity, session.Login) = (accepted.Identity, login);
        replies.Write(Answers.AuthSucceeded);
        return SmtpStep.Command;
    }

    private SmtpStep Refuse(Reply reply, bool isWrong)
    {
        if (isWrong)
            tally.AuthenticationFailures++;
        tally.Errors++;
        replies.Write(reply);
        return SmtpStep.Command;
    }

    private ValueTask<SmtpStep> Refuse(ReadOnlySpan<byte> reply)
    {
        replies.Refuse(reply);
        return new(SmtpStep.Command);
    }
}
