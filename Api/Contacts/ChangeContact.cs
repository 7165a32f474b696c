using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Contacts;

/// <summary>Changes a contact's details and lists.</summary>
internal sealed class ChangeContact : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PATCH", "/v1/contacts/{contact}", Audience.Tenant, "changeContact", ContactPath.Tag, "Change a contact")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            "Details that are named are set, or removed by null; the others stay. lists are all it is to be on; " +
            "those its owner has left stay left.",
        Request = typeof(ChangeContactRequest),
        Outcomes = [new(200, "Changed.", typeof(ContactBody))],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.UnsupportedMediaType,
            ProblemTypes.InvalidField, ProblemTypes.PreconditionFailed,
        ],
        Examples = [new("details", "Another city", """{"details": {"city": "Bergen"}}""", 200)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var change = new ContactCommand.Change(
            ContactFields.Details(fields, mayRemove: true), ContactFields.Lists(fields));
        if (fields.Problem() is { } problem)
            return problem;
        return ContactPath.Find(call) is { } contact
            ? Call.Answer(await contact.Ask(change, call.IfMatch), ContactBody.Of, ApiJson.Wire.ContactBody)
            : Problem.NotFound;
    }
}

/// <param name="Details">Named texts, or null for one that is to go.</param>
/// <param name="Lists">All it is to be on.</param>
internal sealed record ChangeContactRequest(
    IReadOnlyDictionary<string, string?>? Details, IReadOnlyList<string>? Lists);
