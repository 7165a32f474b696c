using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Thresholds;
using Actors.Grains.Ids;
using Actors.Grains.Thresholds;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Health;

/// <summary>What lifting an account's block and a tenant's have in common.</summary>
internal static class Lifting
{
    public const string Description =
        "From now on only what happens later counts. What was held goes out; to drop it instead, decide so at "
        + "/v1/admin/held/drop first.";

    public const string Example = """{"note": "The list was cleaned; agreed by telephone."}""";

    /// <param name="account">Null for all of the tenant.</param>
    public static async Task<IResult> Lift(Call call, TenantId tenant, AccountId? account)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var note = fields.Text("note", ThresholdLimits.NoteLengthMax);
        if (fields.Problem() is { } problem)
            return problem;
        var lift = new Lift(call.Gateway.Time.GetUtcNow(), call.Operator, note);
        return Call.Answer(
            await call.Grains.GetGrain<IThresholdGrain>(tenant.Value).Lift(account, lift), RatesBody.Of,
            ApiJson.Wire.RatesBody);
    }
}

/// <param name="Note">1 to 500 characters: why. Kept, and for operators alone.</param>
internal sealed record LiftRequest(string Note);
