using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sandbox;

/// <summary>Shows what the built-in receiving server took from the tenant.</summary>
internal sealed class ListSandboxMessages : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/sandbox/messages", Audience.Tenant, "listSandboxMessages", "Sandbox",
        "List what the sandbox received")
    {
        Scope = Scopes.MessagesRead,
        Description =
            "Mail to `sandbox.test` arrives at a built-in server, and while live delivery is off the mails that the " +
            "platform sends for the tenant do, too. The newest thousand are kept, newest first.",
        Parameters =
        [
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<SandboxMailBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call) =>
        call.Caller.IsForSomeAccounts ? Received.NotForSome : await Received.Page(call, call.Tenant);
}
