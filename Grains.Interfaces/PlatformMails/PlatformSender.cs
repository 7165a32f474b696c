using System.Collections.Immutable;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.StandardEmails;

namespace Actors.Grains.PlatformMails;

/// <summary>The tenant and account that the platform's own mails leave by. They are made by every start.</summary>
public static class PlatformSender
{
    public static TenantId Tenant { get; } = TenantId.Parse("operator");

    public static AccountId Account { get; } = AccountId.Parse("acc_platform");

    public static AccountKey Key { get; } = new(Tenant, Account);

    /// <summary>Names in a submission's metadata the tenant that the mail is for.</summary>
    public const string ForTenant = "tenant";

    /// <summary>Names in it the standard e-mail or template that its words are of.</summary>
    public const string OfTemplate = "template";

    /// <param name="metadata">Of a mail of the platform.</param>
    /// <returns>What its content asks for beside <see cref="Scopes.MessagesRead"/>: whoever can read a link that
    /// proves an address, makes a user or sets a password can follow it.</returns>
    public static Scopes NeedsToRead(ImmutableDictionary<string, string> metadata) =>
        StandardEmail.TryFind(metadata.GetValueOrDefault(OfTemplate), out var kind)
        && kind is { HasLink: true, IsTenants: false }
            ? Scopes.UsersManage
            : Scopes.None;
}
