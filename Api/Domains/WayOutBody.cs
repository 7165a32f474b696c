using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Answers;
using Actors.Grains.Domains;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <param name="WayOut">platform, white_label, hosted or own.</param>
/// <param name="SmtpAccount">The own account that mail leaves by; absent for every other way.</param>
/// <param name="Address">What stands in From for addresses that are not proved; absent where the way has none.</param>
internal sealed record WayOutBody(string WayOut, string? SmtpAccount, string? Address)
{
    public static IWayOutGrain Grain(Call call) => call.Grains.GetGrain<IWayOutGrain>(call.Tenant.Value);

    public static IResult Answer(Answer<WayOutView> answer) => Call.Answer(answer, Of, ApiJson.Wire.WayOutBody);

    private static WayOutBody Of(WayOutView view) =>
        new(view.Way.Way.ToText(), view.Way.Account?.Value, view.Address?.ToString());
}

/// <param name="WayOut">platform, white_label, hosted or own.</param>
/// <param name="SmtpAccount">With own: an SMTP account with a server of its own.</param>
internal sealed record SetWayOutRequest(string WayOut, string? SmtpAccount);
