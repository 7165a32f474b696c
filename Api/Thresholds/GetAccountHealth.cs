using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.SmtpAccounts;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Thresholds;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Thresholds;

/// <summary>Shows how near an account is to being blocked.</summary>
internal sealed class GetAccountHealth : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/smtp-accounts/{account}/health", Audience.Tenant, "getAccountHealth", AccountPath.Tag,
        "Read an SMTP account's rates and levels")
    {
        Scope = Scopes.StatisticsRead,
        Description =
            "Complaints and hard bounces of finished messages over the last 24 hours and 7 days. From a first "
            + "threshold on admins are warned by mail, from a second on the account is blocked: mail is taken and held "
            + "until the operator lifts the block, and from then on only what happens later counts. What leaves by a "
            + "server of your own is not watched.",
        Outcomes = [new(200, "The rates.", typeof(RatesBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (await AccountPath.Find(call) is null)
            return Problem.NotFound;
        var thresholds = call.Grains.GetGrain<IThresholdGrain>(call.Tenant.Value);
        return Call.Ok(
            RatesBody.Of(await thresholds.Of(AccountId.Parse(call.Segment("account")))), ApiJson.Wire.RatesBody);
    }
}
