using Actors.Api.Hosting;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.SmtpAccounts;

namespace Actors.Api.SmtpAccounts;

/// <param name="Id">acc_...</param>
/// <param name="Stream">transactional or marketing.</param>
/// <param name="Approved">Until it is, nothing can be sent through it.</param>
/// <param name="Paused">While it is, mail is accepted and held.</param>
/// <param name="TrustedNetworks">Networks in CIDR form that may submit without AUTH.</param>
/// <param name="AnySender">Whether those networks may use any sender address.</param>
/// <param name="FailureNotices">Whether submitters over SMTP are told by mail what failed for good.</param>
internal sealed record SmtpAccountBody(
    string Id,
    string Name,
    string Stream,
    bool Approved,
    bool Paused,
    IReadOnlyList<LoginBody> Logins,
    IReadOnlyList<string> TrustedNetworks,
    bool AnySender,
    bool FailureNotices,
    DateTimeOffset CreatedAt)
{
    public static SmtpAccountBody Of(SmtpAccountView view) => new(
        view.Id, view.Name, NameOf(view.Stream), view.Approved, view.Paused,
        [.. view.Logins.Select(login => new LoginBody(login.UserName, login.Application, login.CreatedAt))],
        view.TrustedNetworks, view.AnySender, view.NoticeOnFailure, view.CreatedAt);

    /// <summary>The tenant's accounts in the order they were made.</summary>
    public static async Task<Page<SmtpAccountBody>> List(Call call, TenantId tenant, IEnumerable<string> accounts)
    {
        var bodies = new List<SmtpAccountBody>();
        foreach (var id in accounts)
        {
            var key = new AccountKey(tenant, AccountId.Parse(id));
            if (await call.Grains.GetGrain<ISmtpAccountGrain>(key.ToString()).Get() is { } view)
                bodies.Add(Of(view));
        }

        return new Page<SmtpAccountBody>(bodies, false, null);
    }

    private static string NameOf(MailStream stream) => stream == MailStream.Marketing ? "marketing" : "transactional";
}

/// <param name="Application">What uses this login.</param>
internal sealed record LoginBody(string UserName, string Application, DateTimeOffset CreatedAt);
