using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Grains.Sandbox;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sandbox;

/// <summary>What the sandbox holds for a tenant, as far as the caller may see it.</summary>
internal static class Received
{
    public const string MediaType = "message/rfc822";

    /// <summary>The sandbox knows tenants and no accounts.</summary>
    public static Problem NotForSome { get; } = new(
        ProblemTypes.NotAllowed, "A key for some SMTP accounts does not open the sandbox: it holds all mail.");

    public static ISandboxGrain Grain(Call call, TenantId tenant) =>
        call.Grains.GetGrain<ISandboxGrain>(tenant.Value);

    /// <summary>What the query asks for.</summary>
    public static async Task<IResult> Page(Call call, TenantId tenant)
    {
        var query = new Query(call.Http.Request.Query);
        var limit = query.Limit();
        var after = query.Object<string>("after", Cursor.TryRead!, "invalid_cursor", "This is no cursor of this list.");
        if (query.Problem() is { } refused)
            return refused;
        var page = await Grain(call, tenant).List(after, limit);
        return Call.Ok(
            new Page<SandboxMailBody>(
                [.. page.Mails.Select(SandboxMailBody.Of)], page.HasMore,
                page.HasMore ? Cursor.Of(page.Mails[^1].Id) : null),
            ApiJson.Wire.PageSandboxMailBody);
    }

    /// <summary>The mail that the path names.</summary>
    public static async Task<Parsed<ReceivedMail>> Find(Call call) =>
        call.Caller.IsForSomeAccounts ? NotForSome
        : await Grain(call, call.Tenant).Find(call.Segment("id")) is { } mail ? mail
        : Problem.NotFound;

    /// <summary>Byte for byte. Whoever sent the mail chose its content: a browser must not take it for a
    /// page.</summary>
    public static IResult Source(Call call, ReceivedMail mail)
    {
        call.Http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(mail.Source, MediaType);
    }

    /// <summary>Whether words and links of the mail are for the caller: that there is one is for everybody who sees
    /// messages.</summary>
    public static bool MayRead(Call call, ReceivedMail mail) => call.Caller.Scopes.HasFlag(mail.Mail.Needs);
}
