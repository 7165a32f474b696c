using System.Globalization;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Platform;
using Actors.Grains.Queries;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Effects;

/// <summary>Shows what has failed for good, over all tenants.</summary>
internal sealed class ListFailedEffects : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/failed-effects", Audience.Operator, "listFailedEffects", AdminPath.Tag,
        "List failed effects")
    {
        Description = "What events of messages mean to others, such as a notice of failure to the submitter, and what "
            + "failed whenever it was tried in four days. Nothing of it is dropped: it waits for a retry.",
        Parameters =
        [
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page, the oldest first.", typeof(Page<FailedEffectBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var after = query.Value<long>("after", TryReadCursor, "invalid_cursor", "This is no cursor of this list.");
        var limit = query.Limit();
        if (query.Problem() is { } refused)
            return refused;
        var found = await call.Grains.GetGrain<IEffectQueryGrain>(PlatformKey.Value)
            .ListFailed(after ?? 0, limit + 1);
        var more = found.Length > limit;
        var page = more ? found[..limit] : found;
        return Call.Ok(
            new Page<FailedEffectBody>(
                [.. page.Select(FailedEffectBody.Of)], more,
                more ? Cursor.Of(page[^1].Number.ToString(CultureInfo.InvariantCulture)) : null),
            ApiJson.Wire.PageFailedEffectBody);
    }

    private static bool TryReadCursor(string text, out long number)
    {
        number = 0;
        return Cursor.TryRead(text, out var position)
            && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
