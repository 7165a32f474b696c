using Actors.Api.Access;
using Actors.Api.Blacklist;
using Actors.Api.Hosting;
using Actors.Grains.Credentials;
using Actors.Grains.Imports;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Imports;

/// <summary>Takes a file of entries for the blacklist.</summary>
internal sealed class ImportEntries : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/blacklist/imports", Audience.Tenant, "importBlacklistFile", BlacklistPath.Tag,
        "Import entries for the blacklist")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            $"""
            {ImportBeginning.Description}

            There is a column `email` or `domain` or both, perhaps `note` and `expires_at`; JSON lines have the fields
            of `POST /v1/blacklist`. It is told of under `/v1/contacts/imports`. No entry is taken away.
            """,
        Parameters = [.. ImportBeginning.Parameters],
        Octets = [ImportMedia.Csv, ImportMedia.JsonLines],
        Outcomes = [ImportBeginning.Taken],
        Problems = [.. ImportBeginning.Problems],
    };

    public static Task<IResult> Handle(Call call) => ImportBeginning.Begin(call, ImportKind.Blacklist);
}
