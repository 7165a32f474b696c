using System.Collections.Immutable;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Departures;

/// <summary>What the tenant and the operator can do about a departure.</summary>
internal static class Leaving
{
    public static ImmutableArray<Outcome> Outcomes { get; } = [new(200, "The departure.", typeof(DepartureBody))];

    public static async Task<IResult> Show(Call call, TenantId tenant) => Call.Ok(
        DepartureBody.Of(await Of(call, tenant).Get()), ApiJson.Wire.DepartureBody);

    public static async Task<bool> HasLeft(Call call, TenantId tenant) =>
        (await Of(call, tenant).Get()).Phase != DeparturePhase.Staying;

    public static async Task<IResult> Leave(Call call, TenantId tenant) => tenant == PlatformSender.Tenant
        ? new Problem(ProblemTypes.Conflict, "The platform's own tenant does not leave.")
        : Call.Answer(await Of(call, tenant).Leave(), DepartureBody.Of, ApiJson.Wire.DepartureBody);

    public static async Task<IResult> Stay(Call call, TenantId tenant) =>
        Call.Answer(await Of(call, tenant).Stay(), DepartureBody.Of, ApiJson.Wire.DepartureBody);

    private static IDepartureGrain Of(Call call, TenantId tenant) =>
        call.Grains.GetGrain<IDepartureGrain>(tenant.Value);
}
