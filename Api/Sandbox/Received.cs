using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Sandbox;

namespace Actors.Api.Sandbox;

/// <summary>What the sandbox holds for a tenant, as far as the caller may see it.</summary>
internal static class Received
{
    /// <summary>The sandbox knows tenants and no accounts.</summary>
    public static Problem NotForSome { get; } = new(
        ProblemTypes.NotAllowed, "A key for some SMTP accounts does not open the sandbox: it holds all mail.");

    public static ISandboxGrain Grain(Call call) => call.Grains.GetGrain<ISandboxGrain>(call.Tenant.Value);

    /// <summary>The mail that the path names.</summary>
    public static async Task<Parsed<ReceivedMail>> Find(Call call) =>
        call.Caller.IsForSomeAccounts ? NotForSome
        : await Grain(call).Find(call.Segment("id")) is { } mail ? mail
        : Problem.NotFound;

    /// <summary>Whether words and links of the mail are for the caller: that there is one is for everybody who sees
    /// messages.</summary>
    public static bool MayRead(Call call, ReceivedMail mail) => call.Caller.Scopes.HasFlag(mail.Mail.Needs);
}
