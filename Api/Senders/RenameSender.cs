using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Senders;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Senders;

/// <summary>Gives a sender another display name.</summary>
internal sealed class RenameSender : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PATCH", "/v1/senders/{sender}", Audience.Tenant, "renameSender", SenderPath.Tag, "Rename a sender")
    {
        Scope = Scopes.SettingsWrite,
        Description = "The address cannot be changed: register another.",
        Request = typeof(RenameSenderRequest),
        Outcomes = [new(200, "Renamed.", typeof(RegisteredSenderBody))],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField,
            ProblemTypes.PreconditionFailed,
        ],
        Examples = [new("name", "Another name", """{"name": "Shop, orders"}""", 200)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var name = fields.Name("name", SenderLimits.NameLengthMax);
        if (fields.Problem() is { } problem)
            return problem;
        return SenderPath.TryFind(call, out var sender)
            ? Call.Answer(
                await sender.Rename(name, call.IfMatch), RegisteredSenderBody.Of, ApiJson.Wire.RegisteredSenderBody)
            : Problem.NotFound;
    }
}

/// <param name="Name">1 to 100 characters.</param>
internal sealed record RenameSenderRequest(string Name);
