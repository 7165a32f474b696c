using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Contacts;

/// <summary>Says that a contact wants no marketing any more.</summary>
internal sealed class UnsubscribeContact : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/contacts/unsubscribe", Audience.Tenant, "unsubscribeContact", ContactPath.Tag,
        "Unsubscribe a contact")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            """
            For what its owner has told you by telephone, on a page of yours, or another service before: it does what the
            link in a message does. Without a `list` all marketing ends; transactional mail goes on. Repeating it changes
            nothing. An address that is not known yet is remembered and becomes no contact. Leaving all is taken back by
            `DELETE /v1/blacklist/{entry}?reason=unsubscribe`, leaving a list by its owner alone, who signs up again.
            """,
        Request = typeof(UnsubscribeContactRequest),
        Outcomes = [new(200, "It has left, now or before.", typeof(ContactBody))],
        Problems = [ProblemTypes.PreconditionFailed],
        Examples =
        [
            new("list", "One list", """{"email": "ann@example.org", "list": "news"}""", 200),
            new("all", "All marketing", """{"email": "ann@example.org"}""", 200),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var address = fields.Address("email");
        var list = fields.NameOrNull("list", ContactLimits.ListNameLengthMax);
        if (fields.Problem() is { } problem)
            return problem;
        return Call.Answer(
            await ContactPath.Of(call, ContactHash.Of(address!)).Ask(
                new ContactCommand.Leave(address!, list), call.IfMatch),
            ContactBody.Of, ApiJson.Wire.ContactBody);
    }
}

/// <param name="List">At most 64 characters; absent for all.</param>
internal sealed record UnsubscribeContactRequest(string Email, string? List);
