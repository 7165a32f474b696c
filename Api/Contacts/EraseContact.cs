using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Contacts;

/// <summary>Forgets a person.</summary>
internal sealed class EraseContact : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/contacts/{contact}", Audience.Tenant, "eraseContact", ContactPath.Tag, "Erase a contact")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            "Address, details, lists and history are gone. Where the address is on the blacklist, or has left a " +
            "list, that stays under its hash, so that it is still not written to. Messages go with the log's days.",
        Parameters = [Parameter.IfMatch],
        Outcomes = [new(204, "Erased.")],
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed],
    };

    public static async Task<IResult> Handle(Call call) =>
        ContactPath.Find(call) is not { } contact ? Problem.NotFound
        : (await contact.Ask(new ContactCommand.Erase(), call.IfMatch)).Refusal is { } refusal ? Problem.Of(refusal)
        : Call.NoContent;
}
