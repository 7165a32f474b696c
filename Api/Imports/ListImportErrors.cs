using System.Globalization;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Imports;

/// <summary>Tells which rows of a file were not taken, and why.</summary>
internal sealed class ListImportErrors : IEndpoint
{
    private const string Csv = "csv";

    public static Operation Operation { get; } = new(
        "GET", "/v1/contacts/imports/{import}/errors", Audience.Tenant, "listImportErrors", ImportPath.Tag,
        "List the rows that were not taken")
    {
        Scope = Scopes.ContactsRead,
        Description =
            "In the order of the file, the first 10,000: errors_kept of the import says how many there are, failed " +
            "and exhausted how many rows it was. With format csv the answer is a file of all of them.",
        Parameters =
        [
            new("format", "csv for a file; absent for JSON."),
            new("limit", "1 to 1,000; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page, or a file.", typeof(Page<ImportErrorBody>)) { Files = [ImportMedia.Csv] }],
        Problems = [ProblemTypes.NotFound, ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var isFile = query.Object<string>(
            "format", (string text, out string value) => (value = text) == Csv, "unknown_value",
            "The value has to be csv.") is not null;
        var limit = query.Limit(ImportErrorFile.PageMax);
        var after = query.Value<int>("after", TryReadCursor, "invalid_cursor", "This is no cursor of this list.") ?? 0;
        if (query.Problem() is { } problem)
            return problem;
        if (ImportPath.Find(call) is not { } import)
            return Problem.NotFound;
        var answer = await import.Errors(after, limit);
        if (answer.Value is not { } page)
            return Problem.Of(answer.Refusal!);
        return isFile
            ? new ImportErrorFile(import)
            : Call.Ok(
                new Page<ImportErrorBody>(
                    [.. page.Errors.Select(ImportErrorBody.Of)], page.Next is not null,
                    page.Next is { } next ? Cursor.Of(next.ToString(CultureInfo.InvariantCulture)) : null),
                ApiJson.Wire.PageImportErrorBody);
    }

    private static bool TryReadCursor(string text, out int position)
    {
        position = 0;
        return Cursor.TryRead(text, out var read)
            && int.TryParse(read, NumberStyles.None, CultureInfo.InvariantCulture, out position);
    }
}
