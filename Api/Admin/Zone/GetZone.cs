using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Admin.Zone;

/// <summary>Writes the platform's own zone.</summary>
internal sealed class GetZone : IEndpoint
{
    private const string MediaType = "text/dns"; // RFC 4027

    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/zone", Audience.Operator, "getZone", AdminPath.Tag, "Download the platform's zone")
    {
        Description = "A whole zone file with what customers' records point at; the serial is the time. For name "
            + "servers that are not told of changes by updates.",
        Outcomes = [new(200, "The zone file.", typeof(string), MediaType)],
        Problems = [ProblemTypes.Conflict],
    };

    private static readonly Refusal NoZone = Refusal.Of(
        RefusalCode.Conflict,
        "The platform keeps no zone: name one in Domains:Zone, with Domains:SendingNetworks, and restart.");

    public static async Task<IResult> Handle(Call call) =>
        await call.Http.RequestServices.GetRequiredService<IZoneExport>().Write() is { } zone
            ? Results.Text(zone, MediaType)
            : Problem.Of(NoZone);
}
