using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Grains.Credentials;
using Actors.Grains.Imports;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Imports;

/// <summary>Takes a file of contacts.</summary>
internal sealed class ImportContacts : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/contacts/imports", Audience.Tenant, "importContacts", ImportPath.Tag, "Import contacts")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            $"""
            {ImportBeginning.Description}

            There is a column `email`, perhaps `lists` with names between semicolons, and any other heading names a
            detail; JSON lines have the fields of `POST /v1/contacts`. Rows do what that request does: details that
            are named take the place of those before, lists are added, and nobody becomes active who has
            unsubscribed, bounced or complained. Repeating an import changes nothing.
            """,
        Parameters =
        [
            .. ImportBeginning.Parameters,
            new("list", "A list that all of them join; up to 10, each as a parameter of its own."),
        ],
        Octets = [ImportMedia.Csv, ImportMedia.JsonLines],
        Outcomes = [ImportBeginning.Taken],
        Problems = [.. ImportBeginning.Problems],
    };

    public static Task<IResult> Handle(Call call) => ImportBeginning.Begin(call, ImportKind.Contacts);
}
