using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Platform;

namespace Actors.Api.Access;

/// <summary>Finds out who asks, before anything else of a request is read.</summary>
/// <remarks>Nothing is remembered between requests, so a revoked key fails with the next one.</remarks>
internal sealed class Gate(
    IGrainFactory grains, RateLimits limits, ClientAddress clients, SessionGate sessions, TimeProvider time)
{
    private const string OperatorBucket = "operator";

    /// <returns>Null when the call may go on, with its caller set where the audience is a tenant.</returns>
    public async ValueTask<Problem?> Admit(Call call, Operation operation)
    {
        if (operation.Audience == Audience.Public)
            return null;
        if (call.Http.Request.Headers.Authorization.Count == 0)
            return await AdmitUser(call, operation);
        if (operation.Audience == Audience.User)
            return Problem.NotLoggedIn;
        if (!BearerKey.TryRead(call.Http.Request.Headers.Authorization, out var key))
            return Problem.Unauthorized;
        var hash = Secret.Hash(key);
        return operation.Audience == Audience.Operator
            ? await AdmitOperator(call, hash)
            : await AdmitKey(call, operation, hash);
    }

    private async ValueTask<Problem?> AdmitUser(Call call, Operation operation)
    {
        if (!(await sessions.Admit(call.Http, operation)).Try(out var caller, out var refused))
            return operation.Audience == Audience.User && refused == Problem.Unauthorized
                ? Problem.NotLoggedIn
                : refused;
        call.Caller = caller;
        return limits.Take($"{caller.Tenant}/{caller.User}", call.Http.Response) ?? CheckScope(caller, operation);
    }

    private async ValueTask<Problem?> AdmitOperator(Call call, string hash) =>
        await grains.GetGrain<IPlatformGrain>(PlatformKey.Value).IsOperatorKey(hash)
            ? limits.Take(OperatorBucket, call.Http.Response)
            : Problem.Unauthorized;

    private async ValueTask<Problem?> AdmitKey(Call call, Operation operation, string hash)
    {
        var key = grains.GetGrain<IApiKeyGrain>(hash);
        if (await key.Owner() is not { } owner)
            return Problem.Unauthorized;
        var now = time.GetUtcNow();
        var grant = owner.Grant ?? ApiKeyGrant.Everything;
        if (!grant.Admits(clients.Of(call.Http), now))
            return Problem.Unauthorized;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (owner.LastUsed != today)
            _ = key.Used(today); // nobody waits: it is asked again with the next request
        call.Caller = new Caller(owner.Tenant, grant.Scopes) { ApiKey = owner.KeyId, Grant = grant };
        return limits.Take(hash, call.Http.Response) ?? CheckScope(call.Caller, operation) ?? CheckAccount(call);
    }

    private static Problem? CheckScope(Caller caller, Operation operation) =>
        caller.Scopes.HasFlag(operation.Scope)
            ? null
            : new Problem(
                ProblemTypes.NotAllowed, $"This needs the scope {ScopeNames.Of(operation.Scope).Single()}.");

    /// <summary>To a key for some SMTP accounts, there are no others.</summary>
    private static Problem? CheckAccount(Call call) =>
        call.Caller.IsForSomeAccounts && call.Http.Request.RouteValues.ContainsKey("account")
            && !(AccountId.TryParse(call.Segment("account"), out var account) && call.Caller.MayUse(account))
            ? Problem.NotFound
            : null;
}
