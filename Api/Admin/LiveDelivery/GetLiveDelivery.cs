using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.LiveDelivery;

/// <summary>Shows whether mail leaves the platform by MX.</summary>
internal sealed class GetLiveDelivery : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/live-delivery", Audience.Operator, "getLiveDelivery", AdminPath.Tag,
        "Get whether live delivery is on")
    {
        Outcomes = [new(200, "The switch.", typeof(LiveDeliveryBody))],
    };

    public static async Task<IResult> Handle(Call call) => Call.Ok(
        new LiveDeliveryBody((await AdminPath.Platform(call).Settings()).LiveDelivery), ApiJson.Wire.LiveDeliveryBody);
}

/// <param name="Enabled">While it is off, only the sandbox and static routes are delivered to.</param>
internal sealed record LiveDeliveryBody(bool Enabled);
