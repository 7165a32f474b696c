using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
using Actors.Grains.Queries;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Held;

/// <summary>Shows what is held, over all tenants.</summary>
internal sealed class ListHeld : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/held", Audience.Operator, "listHeld", AdminPath.Tag, "List held messages")
    {
        Parameters =
        [
            new("reason", $"{HeldDeciding.Reasons}."),
            new("tenant", "Of this tenant alone."),
            new("smtp_account", "With tenant: of this SMTP account alone."),
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<HeldBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var reason = query.Value<HoldReason>(
            "reason", HoldReasons.TryParse, "unknown_value",
            $"It has to be one of {HeldDeciding.Reasons}.");
        var tenant = query.Value<TenantId>("tenant", TenantId.TryParse, "invalid_id", "This is no tenant's id.");
        var account = query.Account("smtp_account");
        var after = query.Value<MessageKey>(
            "after", TryReadCursor, "invalid_cursor", "This is no cursor of this list.");
        var limit = query.Limit();
        if (query.Problem() is { } refused)
            return refused;
        if (account is not null && tenant is null)
            return Problem.Parameter("tenant", "missing", HeldDeciding.WhoseAccount);
        var page = await call.Grains.GetGrain<IHeldQueryGrain>(PlatformKey.Value).List(
            new HeldSearch(reason, tenant, account, after, limit));
        return Call.Ok(
            new Page<HeldBody>(
                [.. page.Messages.Select(HeldBody.Of)], page.HasMore,
                page.HasMore ? Cursor.Of(page.Messages[^1].Message.ToString()) : null),
            ApiJson.Wire.PageHeldBody);
    }

    private static bool TryReadCursor(string text, out MessageKey key)
    {
        key = default;
        return Cursor.TryRead(text, out var position) && MessageKey.TryParse(position, out key);
    }
}
