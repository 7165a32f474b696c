using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Templates;
using Actors.Grains.Tenants;
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
        var words = await Words(to); // asked for first: from here to the start of the check nothing is waited for
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
        checks.Start(new CheckOrder(Key, check.Serial, Relay(settings.Server), from, to, words));
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

    /// <summary>The tenant's for a test message.</summary>
    private async Task<RenderedEmail> Words(EmailAddress to)
    {
        var template = TemplateKey.Of(Key.Tenant, StandardEmailKind.TestMessage).ToString();
        var words = (await GrainFactory.GetGrain<ITemplateGrain>(template).Words(null, null)).Value!; // it always has
        var tenant = await GrainFactory.GetGrain<ITenantGrain>(Key.Tenant.Value).Get();
        var values = ImmutableDictionary<string, string>.Empty
            .Add("account", stored.State.Name).Add("sent_by", to.ToString())
            .Add("tenant", tenant?.Name ?? Key.Tenant.Value);
        return PlatformMailRules.Words(Key.Tenant, words.Text, StandardEmailKind.TestMessage, null, values);
    }

    private sealed record RunningCheck(long Serial, int Version, EmailAddress To)
    {
        public TaskCompletionSource<CheckResult> Result { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
