using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Blacklist;

/// <summary>Puts many entries on the blacklist.</summary>
internal sealed class ImportBlacklist : IEndpoint
{
    private const int EntriesMax = 1_000;
    private const int BodyBytesMax = 1024 * 1024;

    /// <summary>Entries that are stored at once: others' writes stand between them.</summary>
    private const int AtOnce = 100;

    public static Operation Operation { get; } = new(
        "POST", "/v1/blacklist/import", Audience.Tenant, "importBlacklist", BlacklistPath.Tag,
        "Put many entries on the blacklist")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            "1 to 1,000 entries, each as for one. Where one is wrong none is taken, and errors name them. Repeating " +
            "it, also after it was cut short, changes nothing that is there already.",
        Request = typeof(ImportBlacklistRequest),
        Outcomes = [new(200, "All are on the blacklist.", typeof(ImportedBody))],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField,
            ProblemTypes.TooLarge,
        ],
        Examples =
        [
            new("entries", "An address and a domain",
                """{"entries": [{"email": "ann@example.org"}, {"domain": "example.net", "note": "moved"}]}""", 200),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields(BodyBytesMax)).Try(out var fields, out var refused))
            return refused;
        var blocks = fields.Parts("entries", EntriesMax).Select(part => BlacklistFields.Read(part, call)).ToArray();
        if (fields.Problem() is { } problem)
            return problem;
        foreach (var some in blocks.Chunk(AtOnce))
            await Task.WhenAll(some.Select(block => BlacklistFields.GrainOf(call, block!).Ask(block!, null)));
        return Call.Ok(new ImportedBody(blocks.Length), ApiJson.Wire.ImportedBody);
    }
}

/// <param name="Entries">1 to 1,000.</param>
internal sealed record ImportBlacklistRequest(IReadOnlyList<BlacklistRequest> Entries);

/// <param name="Imported">Entries that are on the blacklist now.</param>
internal sealed record ImportedBody(int Imported);
