using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Sandbox;
using Actors.Grains.PlatformMails;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Sandbox;

/// <summary>Shows the mails of the platform that the sandbox took, such as those to who runs it before it has
/// users.</summary>
internal sealed class ListOperatorMails : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/sandbox/messages", Audience.Operator, "listOperatorMails", AdminPath.Tag,
        "List the platform's mails that the sandbox received")
    {
        Description =
            "What is meant for the operator and goes to `operator@sandbox.test`, because there is no other address: "
            + "letters to abuse@, and accounts that are warned or blocked. While live delivery is off all mails of the "
            + "platform are among them. The newest thousand are kept, newest first.",
        Parameters =
        [
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<SandboxMailBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static Task<IResult> Handle(Call call) => Received.Page(call, PlatformSender.Tenant);
}
