using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Senders;

/// <summary>Shows one sender.</summary>
internal sealed class GetSender : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/senders/{sender}", Audience.Tenant, "getSender", SenderPath.Tag, "Show a sender")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "The sender.", typeof(RegisteredSenderBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => SenderPath.TryFind(call, out var sender)
        ? Call.Answer(await sender.Get(), RegisteredSenderBody.Of, ApiJson.Wire.RegisteredSenderBody)
        : Problem.NotFound;
}
