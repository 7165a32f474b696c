using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Actors.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Users;

/// <summary>The users of a tenant, whether it asks itself or the operator does; and the operator's own.</summary>
/// <param name="mayGive">Whether the caller may give a role.</param>
internal sealed class UsersOf(Call call, TenantId tenant, Func<UserRole, bool> mayGive)
{
    private const int RoleLengthMax = 20;

    private readonly ITenantUsersGrain users = call.Grains.GetGrain<ITenantUsersGrain>(tenant.Value);
    private readonly bool ofOperator = tenant == PlatformSender.Tenant;

    private static Problem TooMuch { get; } = new(
        ProblemTypes.NotAllowed, "Nobody gives more than they have, and a restricted key gives nothing.");

    public static UsersOf Caller(Call call) => new(call, call.Tenant, role => call.Caller.MayGive(role.Scopes()));

    /// <summary>By the operator, who may give everything.</summary>
    public static UsersOf Tenant(Call call, TenantId tenant) => new(call, tenant, _ => true);

    public async Task<IResult> List()
    {
        var query = new Query(call.Http.Request.Query);
        var limit = query.Limit();
        var after = query.Object<string>("after", Cursor.TryRead!, "invalid_cursor", "This is no cursor of this list.");
        if (query.Problem() is { } refused)
            return refused;
        var rest = (await users.List()).Where(user => string.CompareOrdinal(user.Id, after) > 0).ToList();
        var more = rest.Count > limit;
        return Call.Ok(
            new Page<UserBody>(
                [.. rest.Take(limit).Select(UserBody.Of)], more, more ? Cursor.Of(rest[limit - 1].Id) : null),
            ApiJson.Wire.PageUserBody);
    }

    public async Task<IResult> Get() =>
        Call.Answer(await users.Get(call.Segment("user")), UserBody.Of, ApiJson.Wire.UserBody);

    /// <param name="location">Path of the list.</param>
    public async Task<IResult> Invite(string invitedBy, string location)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var address = fields.Address("email");
        var name = fields.NameOrNull("name", UserLimits.NameLengthMax);
        var role = Role(fields, fields.Text("role", RoleLengthMax));
        if (fields.Problem() is { } problem)
            return problem;
        if (!mayGive(role))
            return TooMuch;
        var answer = await users.Invite(new UserDraft(address!, name, role, invitedBy));
        return Call.Answer(
            answer, UserBody.Of, ApiJson.Wire.UserBody, StatusCodes.Status201Created,
            answer.Value is { } user ? $"{location}/{user.Id}" : null);
    }

    public async Task<IResult> InviteAgain(string invitedBy) => Call.Answer(
        await users.InviteAgain(call.Segment("user"), invitedBy), UserBody.Of, ApiJson.Wire.UserBody);

    public async Task<IResult> Change()
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var name = fields.NameOrNull("name", UserLimits.NameLengthMax);
        var role = fields.TextOrNull("role", RoleLengthMax) is { } text ? Role(fields, text) : (UserRole?)null;
        if (fields.Problem() is { } problem)
            return problem;
        if (role is { } given && !mayGive(given))
            return TooMuch;
        return Call.Answer(
            await users.Change(call.Segment("user"), new UserChange(name, role), call.IfMatch),
            UserBody.Of, ApiJson.Wire.UserBody);
    }

    public async Task<IResult> Remove() =>
        await users.Remove(call.Segment("user")) is { } refusal ? Problem.Of(refusal) : Call.NoContent;

    private UserRole Role(Fields fields, string text)
    {
        if (!UserRoles.TryParse(text, ofOperator, out var role) && text.Length > 0)
            fields.Error<string>(
                "role", "unknown_value",
                ofOperator ? "The role is admin or support." : "The role is admin, sender or analyst.");
        return role;
    }
}
