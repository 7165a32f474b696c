using System.Collections.Immutable;
using Actors.Grains.Credentials;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Platform;
using Actors.Grains.Ports;

namespace Actors.Grains.SmtpAccounts;

public sealed class SmtpAccountGrain(
    [PersistentState("smtp-account", StorageNames.Grains)] IPersistentState<SmtpAccountState> stored,
    IIdSource chance,
    TimeProvider time) : Grain, ISmtpAccountGrain
{
    private const int UserNameLetters = 10;

    private AccountKey Key => AccountKey.Parse(this.GetPrimaryKeyString());

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

    public Task<SmtpAccountView?> Get() => Task.FromResult(stored.RecordExists
        ? new SmtpAccountView(
            Key.Account.Value, stored.State.Name, stored.State.Stream, stored.State.Approved, stored.State.Paused,
            stored.State.Logins, stored.State.TrustedNetworks, stored.State.AnySender, stored.State.NoticeOnFailure,
            stored.State.CreatedAt)
        : null);

    public Task<AccountPolicy?> Policy() => Task.FromResult(stored.RecordExists
        ? new AccountPolicy(
            stored.State.Stream, stored.State.Approved, stored.State.Paused, stored.State.AnySender,
            stored.State.NoticeOnFailure)
        : null);

    public Task<HoldReason> Gate() => Task.FromResult(
        stored.State.Paused ? HoldReason.AccountPaused : HoldReason.None);

    public Task Approve() => stored.Save(Existing() with { Approved = true }, this);

    public async Task SetPaused(bool paused)
    {
        await stored.Save(Existing() with { Paused = paused }, this);
        if (paused)
            return;
        for (var partition = 0; partition < OutboxPartitions.Count; partition++) // and each looks again by itself
            _ = GrainFactory.GetGrain<IOutboxGrain>(OutboxPartitions.KeyOf(partition))
                .Release(HoldReason.AccountPaused, Key);
    }

    public Task SetNoticeOnFailure(bool on) => stored.Save(Existing() with { NoticeOnFailure = on }, this);

    public async Task<IssuedLogin> IssueLogin(string application)
    {
        var state = Existing();
        var userName = $"{Key.Tenant}-{Secret.Generate("", chance)[..UserNameLetters]}";
        var password = Secret.Generate("", chance);
        await GrainFactory.GetGrain<ISmtpLoginGrain>(userName).Issue(Key, Secret.Hash(password));
        var login = new LoginView(userName, application, time.GetUtcNow());
        await stored.Save(state with { Logins = state.Logins.Add(login) }, this);
        return new IssuedLogin(userName, password);
    }

    public async Task<bool> RevokeLogin(string userName)
    {
        var state = Existing();
        if (state.Logins.FirstOrDefault(login => login.UserName == userName) is not { } login)
            return false;
        await GrainFactory.GetGrain<ISmtpLoginGrain>(userName).Revoke();
        await stored.Save(state with { Logins = state.Logins.Remove(login) }, this);
        return true;
    }

    public async Task<string?> SetTrustedNetworks(ImmutableArray<string> networks, bool anySender)
    {
        var state = Existing();
        var platform = GrainFactory.GetGrain<IPlatformGrain>(PlatformKey.Value);
        if (await platform.SetTrustedNetworks(Key, networks) is { } refusal)
            return refusal;
        await stored.Save(state with { TrustedNetworks = networks, AnySender = anySender }, this);
        return null;
    }

    public async Task<string?> Export() => ExportLine.Of(await Get());

    public async Task Erase()
    {
        foreach (var login in stored.State.Logins)
            await GrainFactory.GetGrain<ISmtpLoginGrain>(login.UserName).Revoke();
        await stored.Erase(this);
    }

    private SmtpAccountState Existing() => stored.RecordExists
        ? stored.State
        : throw new InvalidOperationException($"account {Key} does not exist");
}
