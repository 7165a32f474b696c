using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.SmtpAccounts;

/// <summary>What an account may become, and what it does: pure.</summary>
public static class AccountRules
{
    public static AccountStatus StatusOf(SmtpAccountState state) =>
        state.Closing ? AccountStatus.Closing
        : state.DeclinedFor is not null ? AccountStatus.Declined
        : !state.Approved ? AccountStatus.Waiting
        : state.Paused || !state.Blocks.IsEmpty ? AccountStatus.Blocked
        : state.SwitchedOff ? AccountStatus.Off
        : IsUnchecked(state) ? AccountStatus.Unchecked
        : AccountStatus.Active;

    /// <summary>Why queued mail waits; nothing about it says whether mail is taken.</summary>
    public static HoldReason Hold(SmtpAccountState state) => state switch
    {
        { Paused: true } => HoldReason.AccountPaused,
        { Blocks: [_, ..] } => HoldReason.AccountBlocked,
        { Closing: true } or { SwitchedOff: true } => HoldReason.AccountOff,
        _ => IsUnchecked(state) ? HoldReason.AccountUnchecked : HoldReason.None,
    };

    /// <summary>Mail is taken: an own server has passed a check at least once.</summary>
    public static bool IsOpen(SmtpAccountState state) =>
        !state.Closing && (state.Effective.Server is null || state.PassedVersion > 0);

    /// <returns>Null when it may be switched on.</returns>
    public static Refusal? RefuseEnabling(SmtpAccountState state) => IsUnchecked(state)
        ? Refusal.Of(
            RefusalCode.Conflict, "The account's server, as it is set now, has passed no check: check it first.")
        : null;

    /// <returns>Null when it may be approved, or is.</returns>
    public static Refusal? RefuseApproval(SmtpAccountState state) =>
        state is { Approved: false, Effective.DedicatedIp: true, Source: null }
            ? Refusal.Of(
                RefusalCode.Conflict, "The account is to have an address of its own: assign the source address first.")
            : null;

    /// <returns>What it logs in to its own server as, where that is an address, else the account's address. Null for a
    /// platform account, and where nobody logs in.</returns>
    public static EmailAddress? LoginAddress(AccountSettings settings) => settings.Server?.User is not { } user ? null
        : EmailAddress.TryParse(user, out var address) ? address
        : user.Contains('@', StringComparison.Ordinal) ? null
        : settings.Email;

    /// <summary>What its check proves holds until the server's settings change; a server that is out of reach for a
    /// while proves nothing else.</summary>
    public static bool ServerPasses(SmtpAccountState state) =>
        !state.Closing && state.Effective.Server is not null && state.PassedVersion == state.ServerVersion;

    /// <summary>What leaves by a server of the tenant's own is nothing that all accounts together are blocked
    /// for.</summary>
    /// <returns>The same state for a block that is known, or that was lifted already.</returns>
    public static SmtpAccountState Block(SmtpAccountState state, AccountBlock block) =>
        (block.Cause == BlockCause.Tenant && state.Effective.Server is not null)
            || state.Blocks.Any(known => known.Cause == block.Cause && known.Number >= block.Number)
            ? state
            : state with { Blocks = [.. state.Blocks.Where(known => known.Cause != block.Cause), block] };

    /// <param name="number">Later ones stay.</param>
    public static SmtpAccountState Unblock(SmtpAccountState state, BlockCause cause, int number) =>
        state with { Blocks = state.Blocks.RemoveAll(known => known.Cause == cause && known.Number <= number) };

    /// <returns>A refusal where the request makes no account, else the account.</returns>
    /// <param name="secrets">Already sealed.</param>
    public static (SmtpAccountState? State, Refusal? Refusal) Begin(
        AccountRequest request, SealedSecrets secrets, DateTimeOffset now)
    {
        var settings = request.Settings;
        if (Missing(settings, null, secrets) is { } missing)
            return (null, missing);
        return (new SmtpAccountState
        {
            Name = settings.Name,
            Stream = settings.Stream,
            Settings = settings,
            Approved = settings.Kind == AccountKind.Own,
            RequestedBy = request.RequestedBy,
            OwnerUser = request.OwnerUser,
            SealedPassword = settings.Server?.User is null ? null : secrets.Password,
            SealedProxyPassword = settings.Server?.Proxy?.User is null ? null : secrets.ProxyPassword,
            ServerVersion = settings.Server is null ? 0 : 1,
            CreatedAt = now,
        }, null);
    }

    public static (SmtpAccountState? State, Refusal? Refusal) Change(
        SmtpAccountState state, AccountSettings settings, SealedSecrets secrets)
    {
        if (settings.Kind != state.Effective.Kind)
            return (null, Field("/kind", "not_changeable", "An account stays of the kind it was made as."));
        if (Missing(settings, state, secrets) is { } missing)
            return (null, missing);
        var server = settings.Server;
        var isNew = server != state.Effective.Server || secrets.Password is not null
            || secrets.ProxyPassword is not null;
        return (state with
        {
            Name = settings.Name,
            Stream = settings.Stream,
            Settings = settings,
            Source = settings.DedicatedIp ? state.Source : null,
            SealedPassword = server?.User is null ? null : secrets.Password ?? state.SealedPassword,
            SealedProxyPassword =
                server?.Proxy?.User is null ? null : secrets.ProxyPassword ?? state.SealedProxyPassword,
            ServerVersion = server is not null && isNew ? state.ServerVersion + 1 : state.ServerVersion,
        }, null);
    }

    /// <summary>What passes is in force; what fails leaves a server that passed before in force.</summary>
    public static SmtpAccountState Checked(SmtpAccountState state, AccountCheck check) => state with
    {
        Check = check,
        PassedVersion = check.Passed ? state.ServerVersion : state.PassedVersion,
    };

    /// <summary>A server that cannot be talked to again and again counts as failed; its mail is deferred, never held or
    /// bounced for it, and the first connection that works clears it.</summary>
    /// <param name="failure">Null when a connection worked.</param>
    /// <param name="failures">In a row, this one included.</param>
    /// <returns>Null when there is nothing new.</returns>
    public static SmtpAccountState? Noted(
        SmtpAccountState state, ServerFailure? failure, int failures, DateTimeOffset now) => failure is null
        ? state.Check is { Passed: false }
            ? state with { Check = new AccountCheck(now, true, "content", "Mail goes out again.", null) }
            : null
        : failures == AccountLimits.ServerFailuresMax
            ? state with { Check = new AccountCheck(now, false, failure.Step, failure.Said, failure.Answer) }
            : null;

    /// <summary>A password is never shown, and so it never goes to another server or over a weaker connection than it
    /// was given for.</summary>
    private static Refusal? Missing(AccountSettings settings, SmtpAccountState? before, SealedSecrets secrets)
    {
        if (settings.Server is not { } server)
            return null;
        var known = before?.Effective.Server;
        if (server.User is not null && secrets.Password is null
            && (before?.SealedPassword is null || !IsSameWay(server, known)))
            return Field(
                "/server/password", "missing",
                "The password is needed: there is none yet, or it was given for another server or connection.");
        if (server.Proxy?.User is not null && secrets.ProxyPassword is null
            && (before?.SealedProxyPassword is null || server.Proxy != known?.Proxy))
            return Field("/proxy/password", "missing", "The proxy's password is needed.");
        return null;
    }

    private static bool IsSameWay(OwnServer server, OwnServer? known) =>
        known is not null && server == known with { Proxy = server.Proxy };

    private static bool IsUnchecked(SmtpAccountState state) =>
        state.Effective.Server is not null && state.PassedVersion != state.ServerVersion;

    public static Refusal Field(string pointer, string code, string detail) =>
        new(RefusalCode.InvalidField, detail, [new FieldError(pointer, code, detail)]);
}

/// <param name="Password">Null where none was given.</param>
/// <param name="ProxyPassword">Null where none was given.</param>
public sealed record SealedSecrets(string? Password, string? ProxyPassword);
