using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Messages;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
using Actors.Grains.Queries;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Held;

/// <summary>Decides about held mail: one message, or all that is held for a reason.</summary>
internal static class HeldDeciding
{
    /// <summary>Messages decided about in one request; the rest is told as has_more.</summary>
    private const int RoundMax = 1_000;
    private const int PageSize = 100;
    private const int IdLengthMax = 60;

    public const string Description =
        "Name either a message by `tenant` and `id` (`rcp_...`), or a `reason`: of all tenants, of one `tenant`, or " +
        "of one `smtp_account` of it. Then up to 1,000 messages are decided, and `has_more` tells to ask again.";

    public const string WhoseAccount = "Name the tenant whose SMTP account is meant.";

    /// <summary>All of them, for people.</summary>
    public static string Reasons { get; } = string.Join(
        ", ", Enum.GetValues<HoldReason>().Where(one => one != HoldReason.None).Select(one => one.ToText()));

    public static async Task<IResult> Decide(Call call, MessageCommand command)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var tenantText = fields.TextOrNull("tenant", TenantId.LengthMax);
        var idText = fields.TextOrNull("id", IdLengthMax);
        var reasonText = fields.TextOrNull("reason", IdLengthMax);
        var accountText = fields.TextOrNull("smtp_account", IdLengthMax);
        var reason = HoldReason.None;
        if (reasonText is null)
            Require(fields, tenantText, idText);
        else if (idText is not null)
            fields.Error<string>("reason", "not_allowed", "Name a reason or a message, not both.");
        else if (!HoldReasons.TryParse(reasonText, out reason))
            fields.Error<string>("reason", "unknown_value", $"The reasons are {Reasons}.");
        if (accountText is not null && reasonText is null)
            fields.Error<string>("smtp_account", "not_allowed", "An SMTP account goes with a reason.");
        else if (accountText is not null && tenantText is null)
            fields.Error<string>("tenant", "missing", WhoseAccount);
        if (fields.Problem() is { } problem)
            return problem;
        if (!TryRead(tenantText, TenantId.TryParse, out TenantId? tenant)
            || !TryRead(accountText, AccountId.TryParse, out AccountId? account))
            return Problem.NotFound;
        if (reason != HoldReason.None)
            return Call.Ok(
                await DecideAll(call, new HeldSearch(reason, tenant, account, null, PageSize), command),
                ApiJson.Wire.DecisionBody);
        return MessageId.TryParse(idText, out var id)
            ? await DecideOne(call, new MessageKey(tenant!.Value, id), command)
            : Problem.NotFound;
    }

    /// <summary>Null where nothing is named.</summary>
    private static bool TryRead<T>(string? text, TryParse<T> parse, out T? value)
        where T : struct
    {
        value = null;
        if (text is null)
            return true;
        var isOne = parse(text, out var read);
        value = read;
        return isOne;
    }

    private static void Require(Fields fields, string? tenant, string? id)
    {
        if (tenant is null)
            fields.Error<string>("tenant", "missing", "The field is required where there is no reason.");
        if (id is null)
            fields.Error<string>("id", "missing", "The field is required where there is no reason.");
    }

    private static async Task<IResult> DecideOne(Call call, MessageKey key, MessageCommand command)
    {
        var result = await call.Grains.GetGrain<IMessageGrain>(key.ToString()).Apply(command);
        return Commanding.Refuse(result) is { } problem
            ? problem
            : Call.Ok(new DecisionBody(1, false), ApiJson.Wire.DecisionBody);
    }

    private static async Task<DecisionBody> DecideAll(Call call, HeldSearch search, MessageCommand command)
    {
        var held = call.Grains.GetGrain<IHeldQueryGrain>(PlatformKey.Value);
        var decided = 0;
        for (var seen = 0; seen < RoundMax; seen += PageSize)
        {
            var page = await held.List(search);
            var results = await Task.WhenAll(page.Messages.Select(message =>
                call.Grains.GetGrain<IMessageGrain>(message.Message.ToString()).Apply(command)));
            decided += results.Count(result => result == CommandResult.Done);
            if (!page.HasMore)
                return new DecisionBody(decided, false);
            search = search with { After = page.Messages[^1].Message };
        }

        return new DecisionBody(decided, true);
    }
}

/// <param name="Tenant">With id: whose message. With a reason: of this tenant alone.</param>
/// <param name="Id">rcp_...</param>
/// <param name="Reason">Such as account_blocked: all that is held for it.</param>
/// <param name="SmtpAccount">With a reason and a tenant: of this account alone.</param>
internal sealed record DecisionRequest(string? Tenant, string? Id, string? Reason, string? SmtpAccount);

/// <param name="Decided">How many messages it took effect on.</param>
/// <param name="HasMore">Whether more are held for this reason.</param>
internal sealed record DecisionBody(int Decided, bool HasMore);
