using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Messages;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;

namespace Actors.Grains.SmtpAccounts;

[GenerateSerializer, Alias("smtp-account-state")]
public sealed record SmtpAccountState : IListed, IDue, IHasOutgoing<SmtpAccountState>
{
    [Id(0)] public string Name { get; init; } = "";
    [Id(1)] public MailStream Stream { get; init; }

    /// <summary>By the operator; before that, nothing is accepted. An own account needs no approval.</summary>
    [Id(2)] public bool Approved { get; init; }

    /// <summary>By the operator.</summary>
    [Id(3)] public bool Paused { get; init; }

    [Id(4)] public ImmutableArray<LoginView> Logins { get; init; } = [];

    /// <summary>CIDR form.</summary>
    [Id(5)] public ImmutableArray<string> TrustedNetworks { get; init; } = [];

    [Id(6)] public bool AnySender { get; init; }
    [Id(7)] public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Off by default: bounces are read in the API, and the return path is the platform's.</summary>
    [Id(8)] public bool NoticeOnFailure { get; init; }

    /// <summary>Null for an account of the operator's making, which has a name and a stream.</summary>
    [Id(9)] public AccountSettings? Settings { get; init; }

    /// <summary>By the tenant.</summary>
    [Id(10)] public bool SwitchedOff { get; init; }

    [Id(11)] public bool Closing { get; init; }

    /// <summary>Why the operator declined it; null when not.</summary>
    [Id(12)] public string? DeclinedFor { get; init; }

    /// <summary>Null for the tenant's contact.</summary>
    [Id(13)] public EmailAddress? RequestedBy { get; init; }

    [Id(14)] public string? OwnerUser { get; init; }

    /// <summary>Sealed; null for no AUTH.</summary>
    [Id(15)] public string? SealedPassword { get; init; }

    /// <summary>Sealed; null where the proxy asks for none.</summary>
    [Id(16)] public string? SealedProxyPassword { get; init; }

    /// <summary>Counts the changes of the server's settings; 0 for a platform account.</summary>
    [Id(17)] public int ServerVersion { get; init; }

    /// <summary>The version that passed a check last; 0 for none.</summary>
    [Id(18)] public int PassedVersion { get; init; }

    /// <summary>The last one, or what made it count as failed; null before the first.</summary>
    [Id(19)] public AccountCheck? Check { get; init; }

    /// <summary>Numbers the mails about it.</summary>
    [Id(20)] public int MailsSent { get; init; }

    [Id(21)] public ImmutableArray<PlatformMail> Outgoing { get; init; } = [];

    /// <summary>Since when there is mail to hand over, or the tenant to be told; null for neither.</summary>
    [Id(22)] public DateTimeOffset? DueAt { get; init; }

    /// <summary>Assigned by the operator; null before. Without effect while the account has a shared one.</summary>
    [Id(23)] public SourceAddress? Source { get; init; }

    /// <summary>The address it sends from; null for the platform's shared ones.</summary>
    public SourceAddress? Sends => Settings is { DedicatedIp: true } ? Source : null;

    /// <summary>By the platform, one for each cause at most.</summary>
    [Id(30)] public ImmutableArray<AccountBlock> Blocks { get; init; } = [];

    public AccountSettings Effective => Settings ?? new AccountSettings { Name = Name, Stream = Stream };

    public Listing? Listed(string key)
    {
        var settings = Effective;
        var status = AccountRules.StatusOf(this);
        ImmutableArray<string> marks = [AccountWords.Of(settings.Kind)];
        if (status == AccountStatus.Active)
            marks = marks.Add(AccountWords.Of(status));
        if (!Blocks.IsEmpty)
            marks = marks.Add(AccountWords.Blocked);
        if (settings.DedicatedIp)
            marks = marks.Add(AccountWords.Dedicated);
        var account = AccountKey.Parse(key);
        return new Listing(ListingKinds.SmtpAccount, account.Tenant, account.Account.Value)
        {
            Topic = Sends?.Topic ?? "",
            Marks = marks,
            Search = string.Join('\n', new[]
            {
                settings.Name, settings.Email?.ToString(), settings.DisplayName, settings.ReplyTo?.ToString(),
            }.Where(text => text is not null)),
        };
    }

    public SmtpAccountState WithOutgoing(ImmutableArray<PlatformMail> outgoing) =>
        this with { Outgoing = outgoing, DueAt = outgoing.IsEmpty ? null : DueAt };
}
