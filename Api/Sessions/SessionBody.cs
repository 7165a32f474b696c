using Actors.Api.Hosting;
using Actors.Grains.Credentials;
using Actors.Grains.Sessions;
using Actors.Grains.Users;

namespace Actors.Api.Sessions;

/// <param name="User">usr_...</param>
/// <param name="Role">admin, sender or analyst; of the operator's users admin or support.</param>
/// <param name="Scopes">What the role may do in its tenant.</param>
internal sealed record LoggedInBody(
    string Tenant, string User, string Email, string? Name, string Role, IReadOnlyList<string> Scopes)
{
    public static LoggedInBody Of(string tenant, UserAccess access) => new(
        tenant, access.User, access.Address.ToString(), access.Name, access.Role.Name(),
        ScopeNames.Of(access.Role.Scopes()));
}

/// <summary>Of a log-in: the session that was opened, or the tenants to choose from.</summary>
/// <param name="Session">Null when a tenant has to be chosen.</param>
/// <param name="Tenants">Null when a session was opened.</param>
internal sealed record OpenedBody(LoggedInBody? Session, IReadOnlyList<TenantChoice>? Tenants);

internal sealed record TenantChoice(string Id, string Name);

/// <param name="Id">ses_...: to end it by.</param>
/// <param name="Browser">As it calls itself.</param>
/// <param name="Address">Where it logged in from.</param>
/// <param name="Current">Whether it is the one that asks.</param>
/// <param name="ExpiresAt">Unless it is used before.</param>
internal sealed record SessionBody(
    string Id, string Browser, string Address, bool Current, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt,
    DateTimeOffset ExpiresAt)
{
    public static SessionBody Of(SessionView view, Call call) => new(
        view.Entry.Id, view.Browser, view.Address, view.Entry.Id == call.Caller.Session?.Entry.Id,
        view.Entry.CreatedAt, view.LastUsedAt, view.ExpiresAt);
}
