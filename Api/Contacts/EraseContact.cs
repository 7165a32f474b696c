using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Actors.Grains.SignUps;
using Actors.Grains.Submissions;
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
            "Address, details, lists, consents, history and a sign-up that waits are gone. Where the address is on " +
            "the blacklist, or has left a list, that stays under its hash, so that it is still not written to. " +
            "Messages go with the log's days, and what comes of them does not bring the address back.",
        Outcomes = [new(204, "Erased.")],
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed],
    };

    /// <summary>The double opt-in comes second, and also where the contact is gone already: repeating it makes up for
    /// a crash in between.</summary>
    public static async Task<IResult> Handle(Call call)
    {
        if (ContactPath.HashOf(call.Segment("contact")) is not { } hash)
            return Problem.NotFound;
        var refusal = (await ContactPath.Of(call, hash).Ask(new ContactCommand.Erase(), call.IfMatch)).Refusal;
        if (refusal is null or { Code: RefusalCode.NotFound })
            await call.Grains.SignUp(new ContactKey(call.Tenant, hash)).Forget();
        return refusal is null ? Call.NoContent : Problem.Of(refusal);
    }
}
