using System.Collections.Immutable;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Credentials;
using Actors.Grains.People;
using Actors.Grains.Sessions;
using Actors.Grains.Tenants;
using Actors.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sessions;

/// <summary>From a right password to a session.</summary>
internal static class Opening
{
    /// <param name="person">Key of the person.</param>
    /// <param name="tenant">The one that was named; null for none.</param>
    public static async Task<IResult> Open(
        Call call, string person, byte[] password, ImmutableArray<Membership> memberships, string? tenant)
    {
        var found = new List<(Membership Membership, UserAccess Access)>();
        foreach (var membership in memberships.Where(one => tenant is null || one.Tenant.Value == tenant))
        {
            if (await call.Grains.GetGrain<ITenantUsersGrain>(membership.Tenant.Value).Access(membership.User)
                is { } access)
                found.Add((membership, access));
        }

        return found switch
        {
            [] => LogIn.Wrong,
            [var (membership, access)] => await Open(call, person, password, membership, access),
            _ => Call.Ok(new OpenedBody(null, await Choices(call, found)), ApiJson.Wire.OpenedBody),
        };
    }

    private static async Task<IResult> Open(
        Call call, string person, byte[] password, Membership membership, UserAccess access)
    {
        var token = call.Gateway.NewToken("as_");
        var entry = new SessionEntry(
            Secret.Hash(token), call.Gateway.NewId("ses_"), membership, call.Gateway.Time.GetUtcNow());
        var browser = call.Http.Request.Headers.UserAgent.ToString();
        var draft = new SessionDraft(
            person, entry, browser.Length <= SessionLimits.BrowserLengthMax
                ? browser : browser[..SessionLimits.BrowserLengthMax],
            call.Gateway.Clients.Of(call.Http)?.ToString() ?? "");
        if (!await call.Grains.GetGrain<IPersonGrain>(person).OpenSession(draft, password))
            return LogIn.Wrong; // changed meanwhile
        new SessionCookie(call.Gateway.PublicUrl).Set(call.Http.Response, token);
        call.Http.Response.Headers.CacheControl = "no-store";
        return Call.Ok(
            new OpenedBody(LoggedInBody.Of(membership.Tenant.Value, access), null), ApiJson.Wire.OpenedBody);
    }

    private static async Task<IReadOnlyList<TenantChoice>> Choices(
        Call call, IEnumerable<(Membership Membership, UserAccess Access)> found)
    {
        var choices = new List<TenantChoice>();
        foreach (var (membership, _) in found)
        {
            var tenant = membership.Tenant.Value;
            var view = await call.Grains.GetGrain<ITenantGrain>(tenant).Get();
            choices.Add(new TenantChoice(tenant, view?.Name ?? tenant));
        }

        return choices;
    }
}
