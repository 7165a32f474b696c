using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ports;
using Actors.Grains.Sessions;
using Actors.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Access;

/// <summary>Admits users by the cookie of their session. Role and session are asked for with each request, so that
/// both end with the next one.</summary>
internal sealed class SessionGate(IGrainFactory grains, IPublicUrl url, TimeProvider time)
{
    /// <returns>The caller; or why it is refused.</returns>
    public async ValueTask<Parsed<Caller>> Admit(HttpContext http, Operation operation)
    {
        if (new SessionCookie(url.Value).Read(http.Request) is not { } token)
            return Problem.Unauthorized;
        var grain = grains.GetGrain<ISessionGrain>(Secret.Hash(token));
        if (await grain.Find() is not { } session)
            return Problem.Unauthorized;
        var (tenant, user) = session.Entry.Membership;
        if (await grains.GetGrain<ITenantUsersGrain>(tenant.Value).Access(user) is not { } access)
            return Problem.Unauthorized;
        if (!IsFor(operation, access.Role))
            return Problem.Unauthorized;
        if (!SameSite.IsProved(http.Request, url.Value))
            return new Problem(
                ProblemTypes.NotAllowed,
                $"With a session, send Origin as browsers do, or the header {SameSite.Header}.");
        if (access.Role == UserRole.OperatorSupport && operation is { Verb: not "GET", Audience: Audience.Operator })
            return new Problem(ProblemTypes.NotAllowed, "Support sees everything and changes nothing.");
        if (time.GetUtcNow() - session.LastUsedAt >= SessionLimits.Remembered)
            _ = grain.Used(); // nobody waits for it
        return new Caller(tenant, access.Role.Scopes()) { Access = access, Session = session };
    }

    private static bool IsFor(Operation operation, UserRole role) => operation.Audience switch
    {
        Audience.User => true,
        Audience.Operator => role is UserRole.OperatorAdmin or UserRole.OperatorSupport,
        _ => role is UserRole.Admin or UserRole.Sender or UserRole.Analyst,
    };
}
