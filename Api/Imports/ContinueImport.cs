using System.Globalization;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Imports;

/// <summary>Takes more of a file.</summary>
internal sealed class ContinueImport : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PATCH", "/v1/contacts/imports/{import}", Audience.Tenant, "continueImport", ImportPath.Tag,
        "Go on with an upload")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            "The body is the rest of the file from the octet that Upload-Offset names, or with complete=false a part " +
            "of it. Where the upload goes on elsewhere the answer is 409 with that octet in Upload-Offset, and so it " +
            "is when all are there already.",
        Parameters =
        [
            new(
                ImportUpload.OffsetHeader, "Where the body belongs: received of the import.", "integer",
                InHeader: true),
            new("complete", "false where more follows."),
        ],
        Octets = [ImportMedia.Csv, ImportMedia.JsonLines, "application/octet-stream"],
        Outcomes = [ImportBeginning.Taken],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.InvalidParameter, ProblemTypes.UnsupportedMediaType,
            ProblemTypes.UnreadableFile, ProblemTypes.TooLarge, ProblemTypes.Conflict,
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var request = call.Http.Request;
        var query = new Query(request.Query);
        var isComplete = query.Flag("complete") ?? true;
        if (query.Problem() is { } problem)
            return problem;
        if (ImportPath.Find(call) is not { } import || (await import.Get()).Value is null)
            return Problem.NotFound;
        if (request.Headers[ImportUpload.OffsetHeader] is not [{ } given]
            || !long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            return Problem.Header(
                ImportUpload.OffsetHeader, "invalid_offset",
                "The header says at which octet of the file the body begins.");
        return (ImportMedia.Compressed(request) ?? ImportUpload.Refuse(request, offset)) is { } refused
            ? refused
            : await new ImportUpload(call, import, offset, isComplete).Store();
    }
}
