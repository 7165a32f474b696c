using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.LiveDelivery;

/// <summary>Lets mail leave the platform by MX, or holds it.</summary>
internal sealed class SetLiveDelivery : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/admin/live-delivery", Audience.Operator, "setLiveDelivery", AdminPath.Tag, "Switch live delivery")
    {
        Description = "Switched on, what was held for it is released.",
        Request = typeof(LiveDeliveryBody),
        Outcomes = [new(200, "The switch as it is now.", typeof(LiveDeliveryBody))],
        Problems = [ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples = [new("off", "Hold everything but sandbox and static routes", """{"enabled": false}""", 200)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var enabled = fields.Flag("enabled");
        if (fields.Problem() is { } problem)
            return problem;
        await AdminPath.Platform(call).SetLiveDelivery(enabled);
        return Call.Ok(new LiveDeliveryBody(enabled), ApiJson.Wire.LiveDeliveryBody);
    }
}
