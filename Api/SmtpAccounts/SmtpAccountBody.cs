using Actors.Api.Hosting;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;

namespace Actors.Api.SmtpAccounts;

/// <param name="Id">acc_...</param>
/// <param name="Kind">platform or own.</param>
/// <param name="Status">active, waiting, declined, blocked, off, unchecked or closing.</param>
/// <param name="Stream">transactional or marketing.</param>
/// <param name="Ip">shared or dedicated.</param>
/// <param name="SourceAddress">What an account with a dedicated IP sends from; absent until it is assigned.</param>
/// <param name="Server">Of an own account.</param>
/// <param name="Proxy">Of an own account; absent where it connects directly.</param>
/// <param name="Shared">Whether the tenant's other users may see and use it.</param>
/// <param name="Approved">Until it is, nothing can be sent through it.</param>
/// <param name="Paused">Blocked by the operator: while it is, mail is accepted and held.</param>
/// <param name="Blocks">By the platform, for too many bounces or complaints; empty for none. While there are any, mail
/// is accepted and held.</param>
/// <param name="Enabled">The tenant's own switch: while it is off, mail is accepted and held.</param>
/// <param name="DeclinedFor">Why the operator declined it.</param>
/// <param name="Check">The last one of an own account.</param>
/// <param name="TrustedNetworks">Networks in CIDR form that may submit without AUTH.</param>
/// <param name="AnySender">Whether those networks may use any sender address.</param>
/// <param name="FailureNotices">Whether submitters over SMTP are told by mail what failed for good.</param>
internal sealed record SmtpAccountBody(
    string Id,
    string Kind,
    string Status,
    string Name,
    string? Email,
    string? DisplayName,
    MailboxBody? ReplyTo,
    string Stream,
    string Ip,
    string? SourceAddress,
    OverrideBody? OverrideFrom,
    OverrideBody? OverrideTo,
    ServerBody? Server,
    ProxyBody? Proxy,
    bool Shared,
    bool Approved,
    bool Paused,
    IReadOnlyList<BlockBody> Blocks,
    bool Enabled,
    string? DeclinedFor,
    CheckBody? Check,
    IReadOnlyList<LoginBody> Logins,
    IReadOnlyList<string> TrustedNetworks,
    bool AnySender,
    bool FailureNotices,
    DateTimeOffset CreatedAt)
{
    public static SmtpAccountBody Of(SmtpAccountView view)
    {
        var settings = view.Settings;
        return new SmtpAccountBody(
            view.Id, AccountWords.Of(settings.Kind), AccountWords.Of(view.Status), settings.Name,
            settings.Email?.ToString(), settings.DisplayName, MailboxBody.Of(settings.ReplyTo),
            NameOf(settings.Stream), settings.DedicatedIp ? "dedicated" : "shared", view.Source?.Address,
            OverrideBody.Of(settings.OverrideFrom), OverrideBody.Of(settings.OverrideTo),
            ServerBody.Of(settings.Server), ProxyBody.Of(settings.Server?.Proxy), settings.Shared, view.Approved,
            view.Paused, [.. view.Blocks.Select(BlockBody.Of)],
            view.SwitchedOn, view.DeclinedFor, CheckBody.Of(view.Check),
            [.. view.Logins.Select(LoginBody.Of)],
            view.TrustedNetworks, view.AnySender, view.NoticeOnFailure, view.CreatedAt);
    }

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

internal sealed record MailboxBody(string Email, string? Name)
{
    public static MailboxBody? Of(Mailbox? mailbox) =>
        mailbox is null ? null : new MailboxBody(mailbox.Address.ToString(), mailbox.DisplayName);
}

/// <param name="EmailDetail">The detail of a send's recipient that holds the address.</param>
/// <param name="NameDetail">The detail that holds the name.</param>
/// <param name="Fallback">For recipients without that detail; absent for what the send itself says.</param>
internal sealed record OverrideBody(string EmailDetail, string? NameDetail, MailboxBody? Fallback)
{
    public static OverrideBody? Of(AddressOverride? rule) =>
        rule is null ? null : new OverrideBody(rule.EmailDetail, rule.NameDetail, MailboxBody.Of(rule.Fallback));
}

/// <param name="Security">ssl, starttls or none.</param>
/// <param name="Authentication">Whether it is logged in to.</param>
/// <param name="AllowClearPassword">Whether the password may go without TLS.</param>
internal sealed record ServerBody(
    string Host, int Port, string Security, bool Authentication, string? User, bool VerifyCertificate,
    bool AllowClearPassword)
{
    public static ServerBody? Of(OwnServer? server) => server is null ? null : new ServerBody(
        server.Host, server.Port, ServerFields.WordOf(server.Security), server.User is not null, server.User,
        server.VerifiesCertificate, server.AllowsClearPassword);
}

/// <param name="Kind">socks4, socks5 or http.</param>
internal sealed record ProxyBody(string Kind, string Address, int Port, string? User)
{
    public static ProxyBody? Of(OwnProxy? proxy) => proxy is null
        ? null
        : new ProxyBody(ServerFields.WordOf(proxy.Kind), proxy.Address, proxy.Port, proxy.User);
}

/// <param name="Application">What uses this login.</param>
internal sealed record LoginBody(string UserName, string Application, DateTimeOffset CreatedAt)
{
    public static LoginBody Of(LoginView login) => new(login.UserName, login.Application, login.CreatedAt);
}
