using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.Sandbox;
using Actors.Grains.Credentials;
using Actors.Grains.PlatformMails;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Sandbox;

/// <summary>Shows what a reader of such a mail would see.</summary>
internal sealed class GetOperatorMail : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/sandbox/messages/{id}", Audience.Operator, "getOperatorMail", AdminPath.Tag,
        "Read a mail of the platform that the sandbox received")
    {
        Description =
            "Text, HTML and links, decoded; absent where the mail has a link that makes a user, sets a password or "
            + "proves an address, which is its reader's alone.",
        Outcomes = [new(200, "The mail.", typeof(SandboxContentBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        await Received.Grain(call, PlatformSender.Tenant).Find(call.Segment("id")) is { } mail
            ? Call.Ok(
                SandboxContentBody.Of(mail, open: mail.Mail.Needs == Scopes.None), ApiJson.Wire.SandboxContentBody)
            : Problem.NotFound;
}
