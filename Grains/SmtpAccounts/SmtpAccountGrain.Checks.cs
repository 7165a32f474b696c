using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Ports;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Templating;
using Actors.Mail.Addresses;

namespace Actors.Grains.SmtpAccounts;

/// <content>Checks of an own server: each is made outside, and nobody's turn waits for it.</content>
public sealed partial class SmtpAccountGrain
{
    private RunningCheck? running;
    private long serial;

    /// <summary>Failed connections in a row since the last that worked; forgotten with the activation.</summary>
    private int failures;

    public async Task<Answer<CheckResult>> Check(EmailAddress to)
    {
        if (stored.State is not { Settings: { Server: not null, Email: { } email } settings, Closing: false })
            return stored.RecordExists
                ? Refusal.Of(RefusalCode.Conflict, "Only an account with a server of its own is checked.")
                : Answer.NotFound;
        if (running is { } other)
            return other.To == to
                ? Answer.Of(await other.Result.Task)
                : Refusal.Of(RefusalCode.Conflict, "A check to another address is under way.");
        var check = running = new RunningCheck(++serial, stored.State.ServerVersion, to);
        var from = Mailbox.TryCreate(settings.DisplayName, email, out var named) ? named : Mailbox.Of(email);
        checks.Start(new CheckOrder(Key, check.Serial, Relay(settings.Server), from, to, Words(settings.Name, to)));
        return Answer.Of(await check.Result.Task);
    }

    public async Task Checked(long serial, CheckResult result)
    {
        if (running is not { } check || check.Serial != serial)
            return;
        try
        {
            if (check.Version == stored.State.ServerVersion && stored.RecordExists)
                await Save(AccountRules.Checked(stored.State, result.Check));
        }
        finally
        {
            running = null;
            failures = 0;
            check.Result.TrySetResult(result);
        }
    }

    public async Task NoteServer(int version, ServerFailure? failure)
    {
        if (!stored.RecordExists || version != stored.State.ServerVersion)
            return;
        failures = failure is null ? 0 : failures + 1;
        if (AccountRules.Noted(stored.State, failure, failures, time.GetUtcNow()) is { } next)
            await stored.Save(next, this);
    }

    private OwnRelay Relay(OwnServer server) => new(
        server, stored.State.SealedPassword, stored.State.SealedProxyPassword, stored.State.ServerVersion,
        HasTrouble: failures > 0 || stored.State.Check is { Passed: false });

    private static RenderedEmail Words(string account, EmailAddress to)
    {
        var values = ImmutableDictionary<string, string>.Empty
            .Add("account", account).Add("sent_by", to.ToString()).Add("tenant", account);
        var original = Originals.Of(StandardEmailKind.TestMessage, language: null);
        return EmailRendering.TryRender(original, TemplateValues.Of(values), out var words, out var fault)
            ? words
            : throw new InvalidOperationException($"the test message does not render: {fault.Fault.Detail}");
    }

    private sealed record RunningCheck(long Serial, int Version, EmailAddress To)
    {
        public TaskCompletionSource<CheckResult> Result { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
