using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Senders;

/// <summary>No longer lets a tenant send from a domain or an address.</summary>
internal sealed class RemoveSender : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/admin/tenants/{tenant}/senders/{sender}", Audience.Operator, "removeSender", AdminPath.Tag,
        "Remove a verified sender")
    {
        Outcomes = [new(204, "Removed.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (await AdminPath.Tenant(call) is not { } tenant
            || !AddSender.TryParse(call.Segment("sender"), out var sender)
            || !tenant.View.Senders.Contains(sender))
            return Problem.NotFound;
        await tenant.Grain.RemoveSender(sender);
        return Call.NoContent;
    }
}
