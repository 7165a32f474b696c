using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Domains;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <summary>Chooses how the tenant's mail leaves.</summary>
internal sealed class SetWayOut : IEndpoint
{
    private const string Choices = "platform, white_label, hosted or own";

    public static Operation Operation { get; } = new(
        "PUT", "/v1/way-out", Audience.Tenant, "setWayOut", "Domains", "Set how mail leaves")
    {
        Scope = Scopes.SettingsWrite,
        Description = "platform and white_label put the tenant's address at a domain of the platform's in place of a "
            + "From that is not proved, and Reply-To names the author; hosted refuses such a From; own sends by the "
            + "server of the SMTP account it names. A domain's own way_out goes before.",
        Request = typeof(SetWayOutRequest),
        Outcomes = [new(200, "Set.", typeof(WayOutBody))],
        Problems =
        [
            ProblemTypes.PreconditionFailed, ProblemTypes.MalformedJson, ProblemTypes.UnsupportedMediaType,
            ProblemTypes.TooLarge, ProblemTypes.InvalidField, ProblemTypes.Conflict,
        ],
        Examples =
        [
            new("hosted", "Own domains alone", """{"way_out": "hosted"}""", 200),
            new("own", "By a server of the tenant's own", """{"way_out": "own"}""", 422),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        if (!fields.Has("way_out"))
            fields.Error<string>("way_out", "missing", "The field is required.");
        var way = new TenantWay(WayOutFields.Way(fields, Choices) ?? WayOut.Platform, WayOutFields.Account(fields));
        return fields.Problem() is { } problem
            ? problem
            : WayOutBody.Answer(await WayOutBody.Grain(call).Set(way, call.IfMatch));
    }
}
