using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.SmtpAccounts;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Shows the tenant's SMTP accounts.</summary>
internal sealed class ListSmtpAccounts : IEndpoint
{
    private const string All = "all";

    private static readonly string[] Filters =
    [
        AccountWords.Of(AccountStatus.Active), AccountWords.Of(AccountKind.Platform), AccountWords.Of(AccountKind.Own),
    ];

    public static Operation Operation { get; } = new(
        "GET", "/v1/smtp-accounts", Audience.Tenant, "listSmtpAccounts", AccountPath.Tag, "List the SMTP accounts")
    {
        Scope = Scopes.SettingsRead,
        Description = "In the order of their ids.",
        Parameters =
        [
            new("search", "Part of a name or address in any script, whatever its case."),
            new("filter", "all (default), active, platform or own."),
            new("limit", "1 to 100, 20 by default.", "integer"),
            new("after", "Where the last page ended."),
        ],
        Outcomes = [new(200, "A page of them.", typeof(Page<SmtpAccountBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var search = query.Text("search");
        var filter = query.Object<string>(
            "filter", TryReadFilter, "unknown_value", "The value has to be all, active, platform or own.");
        var after = query.Account("after");
        var limit = query.Limit();
        if (query.Problem() is { } problem)
            return problem;
        var page = await call.Grains.GetGrain<IListingGrain>(PlatformKey.Value).List(
            new ListingQuery(ListingKinds.SmtpAccount)
            {
                Tenant = call.Tenant,
                Search = search,
                Mark = filter is All ? null : filter,
                After = after is { } last ? new ListedId(call.Tenant, last.Value) : null,
                Limit = limit,
            });
        var views = await Task.WhenAll(page.Items.Select(item => View(call, item.Id)));
        return Call.Ok(
            new Page<SmtpAccountBody>(
                [.. views.OfType<SmtpAccountView>().Select(SmtpAccountBody.Of)], page.HasMore,
                page.HasMore ? page.Items[^1].Id : null),
            ApiJson.Wire.PageSmtpAccountBody);
    }

    private static async Task<SmtpAccountView?> View(Call call, string id)
    {
        var account = AccountId.Parse(id);
        return call.Caller.MayUse(account) && await AccountPath.Grain(call, account).Get() is { } view
            && AccountPath.IsSeen(call, view)
            ? view
            : null;
    }

    private static bool TryReadFilter(string text, out string value)
    {
        value = text;
        return text == All || Filters.Contains(text);
    }
}
