using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Blacklist;

/// <summary>Takes an address or a domain from the blacklist.</summary>
internal sealed class RemoveFromBlacklist : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/blacklist/{entry}", Audience.Tenant, "removeFromBlacklist", BlacklistPath.Tag,
        "Take an address or a domain from the blacklist")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            "All its entries, or those of one reason. That of a complaint stays: where it is the only one, the " +
            "answer is 409. A contact whose entries are gone is active again, where the plan has " +
            "room for it.",
        Parameters = [new("reason", "hard_bounce, complaint, unsubscribe or manual; all where absent.")],
        Outcomes = [new(204, "Taken off.")],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.Conflict, ProblemTypes.InvalidParameter,
            ProblemTypes.AllowanceExhausted,
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var reason = query.Value<BlacklistReasons>(
            "reason", ContactNames.TryParse, "unknown_value", ListBlacklist.Reasons);
        if (query.Problem() is { } problem)
            return problem;
        if (BlacklistPath.Find(call) is not { } contact)
            return Problem.NotFound;
        var answer = await contact.Ask(new ContactCommand.Unblock(reason ?? BlacklistReasons.All), null);
        return answer.Refusal is { } refusal ? Problem.Of(refusal) : Call.NoContent;
    }
}
