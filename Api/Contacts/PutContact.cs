using System.Collections.Immutable;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Contacts;

/// <summary>Makes a contact, or brings one up to date.</summary>
internal sealed class PutContact : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/contacts", Audience.Tenant, "putContact", ContactPath.Tag, "Create or update a contact")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            "Of an address that is known already, details that are named take the place of those before, and lists " +
            "are added; a list that its owner has left stays left. Repeating it changes nothing. What may be sent to " +
            "the address stays as it was. One active contact more than the plan includes is refused.",
        Request = typeof(PutContactRequest),
        Outcomes =
        [
            new(201, "Made. Location leads to it.", typeof(ContactBody)),
            new(200, "It was a contact before, and is brought up to date.", typeof(ContactBody)),
        ],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField,
            ProblemTypes.AllowanceExhausted, ProblemTypes.PreconditionFailed,
        ],
        Examples =
        [
            new("contact", "With details and a list",
                """{"email": "ann@example.org", "details": {"city": "Oslo"}, "lists": ["news"]}""", 201),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var address = fields.Address("email");
        var details = ContactFields.Details(fields, mayRemove: false);
        var lists = ContactFields.Lists(fields);
        if (fields.Problem() is { } problem)
            return problem;
        var hash = ContactHash.Of(address!);
        var answer = await ContactPath.Of(call, hash).Ask(
            new ContactCommand.Put(
                address!,
                details?.ToImmutableDictionary(one => one.Key, one => one.Value!)
                    ?? ImmutableDictionary<string, string>.Empty,
                lists ?? [], ContactOrigin.Api),
            call.IfMatch);
        return Call.Made(
            answer, ContactBody.Of, ApiJson.Wire.ContactBody,
            $"/v1/contacts/{hash.ToId()}");
    }
}

/// <param name="Details">Named texts, at most 50 of 1,024 characters.</param>
/// <param name="Lists">At most 100 of 64 characters.</param>
internal sealed record PutContactRequest(
    string Email, IReadOnlyDictionary<string, string>? Details, IReadOnlyList<string>? Lists);
