using System.Security.Cryptography;
using System.Text;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Messages;
using Actors.Api.Problems;
using Actors.Grains.Contacts;
using Actors.Grains.Imports;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Imports;

/// <summary>Begins an import with the body of a request.</summary>
internal static class ImportBeginning
{
    public const string Description =
        """
        The body is the file: CSV with a line of headings (`text/csv`) or a JSON object in each line
        (`application/x-ndjson`), UTF-8 or UTF-16 with its mark, up to 256 MiB and 2,000,000 rows. It is stored as it
        comes and read afterwards,
        a tenant's imports one after another; `GET` of the import tells how far it is. An upload that breaks off stays
        `uploading` and goes on with `PATCH` at `received` for 24 hours. Each row takes effect once, whatever happens.
        What is empty, or by its first octets no such text (a workbook, an archive), is refused at once with
        `unreadable_file`, and is no import.
        """;

    private static readonly string Lists =
        $"Up to {ImportLimits.ListsMax} lists of 1 to {ContactLimits.ListNameLengthMax} characters may be named.";

    public static Parameter[] Parameters { get; } =
    [
        Parameter.IdempotencyKey,
        new("name", "What to call it: 1 to 128 characters."),
        new("complete", "false where more of the file follows with PATCH; the body may be empty then."),
    ];

    public static ProblemType[] Problems { get; } =
    [
        ProblemTypes.InvalidParameter, ProblemTypes.UnsupportedMediaType, ProblemTypes.UnreadableFile,
        ProblemTypes.TooLarge, ProblemTypes.Conflict, ProblemTypes.IdempotencyKeyReused,
    ];

    public static Outcome Taken { get; } = new(
        202, "Taken, or as much of it as came. Location leads to the import.", typeof(ImportBody));

    public static async Task<IResult> Begin(Call call, ImportKind kind)
    {
        var request = call.Http.Request;
        var query = new Query(request.Query);
        var name = query.Name("name", ImportLimits.NameLengthMax);
        var lists = kind == ImportKind.Contacts
            ? query.Texts("list", ImportLimits.ListsMax, ContactTexts.IsListName, Lists)
            : [];
        var isComplete = query.Flag("complete") ?? true;
        if (query.Problem() is { } problem)
            return problem;
        if (IdempotencyKey.Read(request, out var key) is { } noKey)
            return noKey;
        if ((ImportMedia.Read(request, out var format) ?? ImportUpload.Refuse(request, 0)) is { } refused)
            return refused;
        var mark = key is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));
        var begun = await call.Grains.Imports(call.Tenant).Begin(
            call.Gateway.NewId(ImportKey.Prefix), new ImportDraft(kind, format, name, lists, mark));
        return begun.Value switch
        {
            null => Problem.Of(begun.Refusal!),
            { IsReplayed: true } made => Replayed(call, made.Import),
            var made => await new ImportUpload(
                call, call.Grains.Import(new ImportKey(call.Tenant, made.Import.Id)), 0, isComplete, isNew: true)
                .Store(),
        };
    }

    private static JsonResult<ImportBody> Replayed(Call call, ImportView import)
    {
        call.Http.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        return new JsonResult<ImportBody>(
            StatusCodes.Status202Accepted, ImportBody.Of(import), ApiJson.Wire.ImportBody, ImportPath.Of(import));
    }
}
