using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Answers;
using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Contacts;

/// <summary>Shows what is known of an address.</summary>
internal sealed class GetContact : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/contacts/{contact}", Audience.Tenant, "getContact", ContactPath.Tag, "Show a contact")
    {
        Scope = Scopes.ContactsRead,
        Description =
            "By its id or its address. Also an address that is no contact is shown, where something is known of it.",
        Outcomes = [new(200, "The contact.", typeof(ContactBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        ContactPath.Find(call) is { } contact && await contact.Get() is var answer && !IsDomain(answer)
            ? Call.Answer(answer, ContactBody.Of, ApiJson.Wire.ContactBody)
            : Problem.NotFound;

    private static bool IsDomain(Answer<ContactView> answer) => answer.Value is { Address: null, Domain: not null };
}
