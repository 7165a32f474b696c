using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Queries;
using Actors.Mail.Addresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Messages;

/// <summary>Searches the tenant's messages, one entry for each recipient.</summary>
internal sealed class ListMessages : IEndpoint
{
    private static readonly string Statuses =
        string.Join(", ", Enum.GetValues<MessagePhase>().Select(phase => phase.ToText()));

    public static Operation Operation { get; } = new(
        "GET", "/v1/messages", Audience.Tenant, "listMessages", "Messages", "Search messages")
    {
        Scope = Scopes.MessagesRead,
        Description = "Newest first, one entry for each recipient. Filters are joined by and.",
        Parameters =
        [
            new("status", $"{Statuses}."),
            new("recipient", "The whole address."),
            new("smtp_account", "acc_..."),
            new("tag", "One tag, exactly."),
            new("campaign", "The whole name."),
            new("from", "Created at this time or later; RFC 3339."),
            new("until", "Created before this time; RFC 3339."),
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<RecipientBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var search = new MessageSearch(
            query.Value<MessagePhase>(
                "status", MessagePhases.TryParse, "unknown_value", $"It has to be one of {Statuses}."),
            query.Object<EmailAddress>(
                "recipient", EmailAddress.TryParse!, "address_syntax", "This is no e-mail address."),
            query.Account("smtp_account"), query.Text("tag"), query.Time("from"), query.Time("until"),
            query.Value<MessageId>("after", TryReadCursor, "invalid_cursor", "This is no cursor of this list."),
            query.Limit(), query.Text("campaign"));
        if (query.Problem() is { } refused)
            return refused;
        if (!call.Caller.TryChoose(search.Account, out var account))
            return Problem.Parameter("smtp_account", "unknown_account", "Name an SMTP account that the key may use.");
        var page = await call.Grains.GetGrain<IMessageQueryGrain>(call.Tenant.Value).Search(
            search with { Account = account });
        return Call.Ok(
            new Page<RecipientBody>(
                [.. page.Messages.Select(message => RecipientBody.Of(message, whole: false))], page.HasMore,
                page.HasMore ? Cursor.Of(page.Messages[^1].Id.Key) : null),
            ApiJson.Wire.PageRecipientBody);
    }

    private static bool TryReadCursor(string text, out MessageId id)
    {
        id = default;
        return Cursor.TryRead(text, out var position) && MessageId.TryParseKey(position, out id);
    }
}
