using Actors.Api.Thresholds;
using Actors.Grains.Thresholds;

namespace Actors.Api.Admin.Health;

/// <param name="Health">Of all accounts together.</param>
/// <param name="Lifts">Of a block of all of them, the latest; oldest first.</param>
internal sealed record TenantHealthBody(
    string Tenant, RatesBody Health, IReadOnlyList<LiftBody> Lifts, IReadOnlyList<AccountHealthBody> SmtpAccounts);

/// <param name="Lifts">Of its own block, the latest; oldest first.</param>
internal sealed record AccountHealthBody(string SmtpAccount, RatesBody Health, IReadOnlyList<LiftBody> Lifts)
{
    public static AccountHealthBody Of(string account, HealthView view) =>
        new(account, RatesBody.Of(view), LiftBody.All(view));
}

/// <param name="By">The user's address, or "operator key".</param>
internal sealed record LiftBody(DateTimeOffset At, string By, string Note)
{
    public static IReadOnlyList<LiftBody> All(HealthView view) =>
        [.. view.Lifts.Select(lift => new LiftBody(lift.At, lift.By, lift.Note))];
}
