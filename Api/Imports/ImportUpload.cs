using System.Globalization;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Answers;
using Actors.Grains.Imports;
using Actors.Grains.Submissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Actors.Api.Imports;

/// <summary>Stores the body of a request as it comes, part by part.</summary>
/// <param name="offset">Where its first octet belongs.</param>
/// <param name="isComplete">Whether the file ends with it.</param>
/// <param name="isNew">Whether the import was begun for it, and goes where it is no file of ours.</param>
internal sealed class ImportUpload(
    Call call, IContactImportGrain import, long offset, bool isComplete, bool isNew = false)
{
    public const string OffsetHeader = "Upload-Offset";

    private readonly byte[] part = new byte[ImportLimits.PartOctetsMax];
    private int filled;

    /// <returns>Null where as much as is announced is taken.</returns>
    public static Problem? Refuse(HttpRequest request, long offset) =>
        request.ContentLength is { } length && length > ImportLimits.OctetsMax - offset
            ? new Problem(
                ProblemTypes.TooLarge, $"A file has at most {ImportLimits.OctetsMax} octets; import it in parts.")
            : null;

    public async Task<IResult> Store()
    {
        // The server's own limit is for all endpoints; this one has its own.
        if (call.Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var isFull = await Fill();
        if (offset == 0 && FirstOctets.Refuse(part.AsSpan(0, filled), !isFull && isComplete) is { } unreadable)
            return await Refused(unreadable);
        for (; isFull; isFull = await Fill())
            if ((await Append(isLast: false)).Refusal is { } refusal)
                return await Refused(refusal);
        var stored = await Append(isComplete);
        return stored.Value is { } view
            ? new JsonResult<ImportBody>(
                StatusCodes.Status202Accepted, ImportBody.Of(view), ApiJson.Wire.ImportBody, ImportPath.Of(view))
            : await Refused(stored.Refusal!);
    }

    /// <summary>Reads until a part is full. What came before the client went away is stored.</summary>
    /// <returns>False behind the end of the body.</returns>
    private async Task<bool> Fill()
    {
        try
        {
            while (filled < part.Length)
            {
                var read = await call.Http.Request.Body.ReadAsync(part.AsMemory(filled), call.Aborted);
                if (read == 0)
                    return false;
                filled += read;
            }

            return true;
        }
        catch
        {
            await Append(isLast: false);
            throw;
        }
    }

    private async Task<Answer<ImportView>> Append(bool isLast)
    {
        if (filled == 0 && !isLast)
            return await import.Get();
        var octets = part[..filled];
        filled = 0;
        var answer = await import.Append(new ImportPart(offset, octets, isLast));
        offset += octets.Length;
        return answer;
    }

    /// <summary>Nothing of it is stored, so that a proper file can take its place.</summary>
    private async Task<IResult> Refused(Problem unreadable)
    {
        if (isNew)
            await import.Erase();
        return unreadable;
    }

    private async Task<IResult> Refused(Refusal refusal)
    {
        if (refusal.Code == RefusalCode.TooLarge)
            await import.Cancel(); // it can never be complete
        else if ((await import.Get()).Value is { } known)
            call.Http.Response.Headers[OffsetHeader] = known.Received.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(refusal);
    }
}
