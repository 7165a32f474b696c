using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Senders;

/// <summary>Sends another confirmation message.</summary>
internal sealed class ResendConfirmation : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/senders/{sender}/confirmation", Audience.Tenant, "resendConfirmation", SenderPath.Tag,
        "Send another confirmation message")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "Its link takes the place of the one before, for another seven days. At most five messages a day go to " +
            "an address, a minute apart. A confirmed sender gets none.",
        Outcomes = [new(200, "Sent, or confirmed already.", typeof(RegisteredSenderBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.TooManyAttempts],
    };

    public static async Task<IResult> Handle(Call call) => SenderPath.TryFind(call, out var sender)
        ? Call.Answer(await sender.Resend(), RegisteredSenderBody.Of, ApiJson.Wire.RegisteredSenderBody)
        : Problem.NotFound;
}
