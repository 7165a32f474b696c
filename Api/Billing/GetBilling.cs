using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Billing;

/// <summary>Shows contacts and messages of a month.</summary>
internal sealed class GetBilling : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/billing/{month}", Audience.Tenant, "getBilling", Contract.Tag, "Get a month's billing figures")
    {
        Scope = Scopes.BillingManage,
        Description =
            "Active contacts by day and messages by SMTP account, counted in the commits in which they happened. Days "
            + "are of UTC, and the month is one of the calendar.",
        Outcomes = [new(200, "The figures.", typeof(BillingBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static Task<IResult> Handle(Call call) => BillingPages.Named(call, call.Tenant);
}
