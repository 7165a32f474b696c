using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Sandbox;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sandbox;

/// <summary>Shows what the built-in receiving server took from the tenant.</summary>
internal sealed class ListSandboxMessages : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/sandbox/messages", Audience.Tenant, "listSandboxMessages", "Sandbox",
        "List what the sandbox received")
    {
        Scope = Scopes.MessagesRead,
        Description =
            "Mail to `sandbox.test` arrives at a built-in server. The newest thousand are kept, newest first.",
        Parameters =
        [
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<SandboxMailBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (call.Caller.IsForSomeAccounts)
            return WholeTenant.Refused;
        var query = new Query(call.Http.Request.Query);
        var limit = query.Limit();
        var after = query.Object<string>("after", Cursor.TryRead!, "invalid_cursor", "This is no cursor of this list.");
        if (query.Problem() is { } refused)
            return refused;
        var page = await call.Grains.GetGrain<ISandboxGrain>(call.Tenant.Value).List(after, limit);
        return Call.Ok(
            new Page<SandboxMailBody>(
                [.. page.Mails.Select(SandboxMailBody.Of)], page.HasMore,
                page.HasMore ? Cursor.Of(page.Mails[^1].Id) : null),
            ApiJson.Wire.PageSandboxMailBody);
    }
}

/// <param name="Id">To read it raw by.</param>
/// <param name="MailFrom">The envelope's sender; empty for the null reverse-path.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Recipient">rcp_...: what it was sent as, where that is known.</param>
internal sealed record SandboxMailBody(
    string Id, DateTimeOffset ReceivedAt, string MailFrom, string RcptTo, string Subject, int Size, string? Recipient)
{
    public static SandboxMailBody Of(SandboxMail mail) => new(
        mail.Id, mail.ReceivedAt, mail.MailFrom, mail.RcptTo, mail.Subject, mail.Size, mail.Message?.ToString());
}
