using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Senders;

/// <summary>Ends the signing of a sender's mail, and erases the key.</summary>
internal sealed class RemoveCertificate : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/senders/{sender}/certificate", Audience.Tenant, "removeCertificate", SenderPath.Tag,
        "Remove a sender's S/MIME certificate")
    {
        Scope = Scopes.SettingsWrite,
        Description = "Repeating it changes nothing.",
        Outcomes = [new(200, "Removed.", typeof(RegisteredSenderBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed],
    };

    public static async Task<IResult> Handle(Call call) => SenderPath.TryFind(call, out var sender)
        ? Call.Answer(
            await sender.RemoveCertificate(call.IfMatch), RegisteredSenderBody.Of, ApiJson.Wire.RegisteredSenderBody)
        : Problem.NotFound;
}
