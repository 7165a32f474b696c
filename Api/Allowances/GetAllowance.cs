using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Grains.Allowances;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Allowances;

/// <summary>Shows what is used of the plan's messages and contacts.</summary>
internal sealed class GetAllowance : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/allowance", Audience.Tenant, "getAllowance", Contract.Tag, "Get what is used of the allowance")
    {
        Scope = Scopes.StatisticsRead,
        Description =
            "What is stored at this moment. At the limit a send is refused as a whole: with 429 allowance_exhausted, "
            + "and over SMTP with 451 4.7.1. Admins are told by mail at 80 and at 100 per cent, once a month each.",
        Outcomes = [new(200, "The allowance.", typeof(AllowanceBody))],
    };

    public static async Task<IResult> Handle(Call call) => Call.Ok(
        AllowanceBody.Of(await call.Grains.GetGrain<IAllowanceGrain>(call.Tenant.Value).Get()),
        ApiJson.Wire.AllowanceBody);
}
