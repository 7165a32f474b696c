using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Grains.Tenants;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.SmtpAccounts;

/// <summary>Shell of an account: loads, asks <see cref="AccountRules"/>, commits once, releases what may go.</summary>
public sealed partial class SmtpAccountGrain(
    [PersistentState("smtp-account", StorageNames.Grains)] IPersistentState<SmtpAccountState> stored,
    ISecretBox box,
    IEgressGuard guard,
    IAccountChecks checks,
    IIdSource chance,
    TimeProvider time,
    ILogger<SmtpAccountGrain> log) : Grain, ISmtpAccountGrain
{
    private AccountKey? key;

    private AccountKey Key => key ??= AccountKey.Parse(this.GetPrimaryKeyString());

    private ITenantGrain Tenant => GrainFactory.GetGrain<ITenantGrain>(Key.Tenant.Value);

    public async Task<bool> Create(SmtpAccountDraft draft)
    {
        if (stored.RecordExists)
            return new SmtpAccountDraft(stored.State.Name, stored.State.Stream, stored.State.Approved) == draft;
        await stored.Save(
            new SmtpAccountState
            {
                Name = draft.Name, Stream = draft.Stream, Approved = draft.Approved, CreatedAt = time.GetUtcNow(),
            },
            this);
        return true;
    }

    public Task<SmtpAccountView?> Get() => Task.FromResult(stored.RecordExists ? View() : null);

    public Task<Answer<SmtpAccountView>> Read() => Task.FromResult(Answered());

    public Task<AccountPolicy?> Policy() => Task.FromResult(stored.RecordExists
        ? new AccountPolicy(
            stored.State.Stream, stored.State.Approved, stored.State.Paused, stored.State.AnySender,
            stored.State.NoticeOnFailure, Addressing())
        {
            IsOpen = AccountRules.IsOpen(stored.State),
            ServerPasses = AccountRules.ServerPasses(stored.State),
            OnlyUser = stored.State.Effective.Shared ? null : stored.State.OwnerUser,
            LoginAddress = AccountRules.LoginAddress(stored.State.Effective),
            Source = stored.State.Sends?.Address,
        }
        : null);

    /// <remarks>What is left of an account that was deleted never leaves: it was meant for that account's
    /// server.</remarks>
    public Task<AccountGate> Gate() => Task.FromResult(!stored.RecordExists
        ? new AccountGate(HoldReason.AccountOff)
        : AccountRules.Hold(stored.State) is var reason && reason != HoldReason.None
        ? new AccountGate(reason)
        : stored.State.Settings?.Server is { } server
        ? new AccountGate(HoldReason.None, Relay(server))
        : stored.State.Sends is { } source
        ? new AccountGate(HoldReason.None) { Source = source }
        : AccountGate.Open);

    public Task Block(AccountBlock block) => Where(state => AccountRules.Block(state, block));

    public Task Unblock(BlockCause cause, int number) => Where(state => AccountRules.Unblock(state, cause, number));

    public Task SetNoticeOnFailure(bool on) => stored.Save(Existing() with { NoticeOnFailure = on }, this);

    public async Task<string?> SetTrustedNetworks(ImmutableArray<string> networks, bool anySender)
    {
        var state = Existing();
        var platform = GrainFactory.GetGrain<IPlatformGrain>(PlatformKey.Value);
        if (await platform.SetTrustedNetworks(Key, networks) is { } refusal)
            return refusal;
        await stored.Save(state with { TrustedNetworks = networks, AnySender = anySender }, this);
        return null;
    }

    public Task<string?> Export() =>
        Task.FromResult(ExportLine.Of(stored.RecordExists ? View() : null));

    /// <summary>Of an account that was deleted meanwhile there is nothing to block.</summary>
    private Task Where(Func<SmtpAccountState, SmtpAccountState> change) =>
        stored.RecordExists ? Save(change(stored.State)) : Task.CompletedTask;

    private AccountAddressing? Addressing() => stored.State.Settings is not { } settings
        ? null
        : new AccountAddressing
        {
            DisplayName = settings.DisplayName,
            ReplyTo = settings.ReplyTo,
            From = settings.OverrideFrom,
            To = settings.OverrideTo,
            MailFrom = settings.Kind == AccountKind.Own ? settings.Email : null,
        };

    /// <summary>What was held for a reason that is gone with this change goes on.</summary>
    private async Task Save(SmtpAccountState next)
    {
        var before = AccountRules.Hold(stored.State);
        await stored.Save(next, this);
        var after = AccountRules.Hold(stored.State);
        if (before == after || after != HoldReason.None)
            return;
        foreach (var reason in HeldMail.OfAccounts) // whichever of them mail was held for, in its time
            for (var partition = 0; partition < OutboxPartitions.Count; partition++) // and each looks again by itself
                _ = GrainFactory.GetGrain<IOutboxGrain>(OutboxPartitions.KeyOf(partition)).Release(reason, Key);
    }

    private Answer<SmtpAccountView> Answered() =>
        stored.RecordExists ? Answer.Of(View(), stored.Etag) : Answer.NotFound;

    private SmtpAccountView View() => new(
        Key.Account.Value, stored.State.Effective, AccountRules.StatusOf(stored.State), stored.State.Approved,
        stored.State.Paused, !stored.State.SwitchedOff, stored.State.Logins, stored.State.TrustedNetworks,
        stored.State.AnySender, stored.State.NoticeOnFailure, stored.State.DeclinedFor, stored.State.OwnerUser,
        stored.State.Check, stored.State.CreatedAt)
    {
        Source = stored.State.Sends,
        Blocks = stored.State.Blocks,
    };

    private SmtpAccountState Existing() => stored.RecordExists
        ? stored.State
        : throw new InvalidOperationException($"account {Key} does not exist");
}
