using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.SmtpAccounts;

/// <summary>Whether those who submit over SMTP are told by mail what failed for good.</summary>
internal sealed class SetFailureNotices : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/admin/tenants/{tenant}/smtp-accounts/{account}/failure-notices", Audience.Operator,
        "setFailureNotices", AdminPath.Tag, "Switch an SMTP account's failure notices on or off")
    {
        Description =
            "When on, a message submitted over SMTP that fails for good is reported to its MAIL FROM by a delivery "
            + "status notification (RFC 3464), unless its NOTIFY says otherwise. Off by default. Messages accepted "
            + "before keep what was set then.",
        Request = typeof(FailureNoticesRequest),
        Outcomes = [new(204, "Done.")],
        Problems = [ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples = [new("on", "Tell submitters what failed", """{"enabled": true}""", 204)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var enabled = fields.Flag("enabled");
        if (fields.Problem() is { } problem)
            return problem;
        if (await AdminPath.Account(call) is not { } account)
            return Problem.NotFound;
        await account.SetNoticeOnFailure(enabled);
        return Call.NoContent;
    }
}

/// <param name="Enabled">Whether to send them.</param>
internal sealed record FailureNoticesRequest(bool Enabled);
