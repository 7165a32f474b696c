using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Sandbox;
using Actors.Grains.Credentials;
using Actors.Grains.PlatformMails;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Sandbox;

/// <summary>Shows such a mail byte for byte, with the letter that it passes on.</summary>
internal sealed class GetOperatorMailSource : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/sandbox/messages/{id}/raw", Audience.Operator, "getOperatorMailSource", AdminPath.Tag,
        "Read a mail of the platform as it came")
    {
        Description = "Refused where the mail has a link that is its reader's alone.",
        Outcomes = [new(200, "The mail, byte for byte.", typeof(string), Received.MediaType)],
        Problems = [ProblemTypes.NotFound, ProblemTypes.NotAllowed],
    };

    public static async Task<IResult> Handle(Call call) =>
        await Received.Grain(call, PlatformSender.Tenant).Find(call.Segment("id")) is not { } mail ? Problem.NotFound
        : mail.Mail.Needs == Scopes.None ? Received.Source(call, mail)
        : new Problem(ProblemTypes.NotAllowed, "A link in this mail is its reader's alone.");
}
