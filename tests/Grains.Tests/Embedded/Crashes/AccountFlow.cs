using System.Text;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;
using Actors.Grains.Tests.Embedded.World;
using Actors.Storage.Secrets;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>Accounts are asked for, approved, given logins, switched off and on, and one is deleted.</summary>
internal sealed class AccountFlow(GrainWorld world) : Flow(world)
{
    private static readonly AccountId News = AccountId.Parse("acc_news");
    private static readonly AccountId Own = AccountId.Parse("acc_own");

    private LoginPassword? login;
    private LoginPassword? revoked;
    private MessageKey? mail;

    private ITenantGrain Tenant => Get<ITenantGrain>(GrainWorld.Shop);

    public override IReadOnlyList<Action> Steps =>
    [
        () => Ask(News, new AccountSettings { Name = "News", Email = Ann }, AccountSecrets.None),
        () => World.Run(Account(News).Approve()),
        () => login = World.Run(Account(News).AddLogin("shop", null)).Value,
        () => World.Run(Account(News).Switch(on: false)).Refusal.ShouldBeNull(),
        () => mail ??= Send(News),
        () => World.Run(Account(News).Switch(on: true)).Refusal.ShouldBeNull(),
        () => Ask(
            Own,
            new AccountSettings
            {
                Name = "Own", Email = Ann,
                Server = new OwnServer("smtp.example.org", 465, AccountSecurity.Ssl, "ann", true, null),
            },
            new AccountSecrets("secret", null)),
        () => revoked = World.Run(Account(Own).AddLogin("other", null)).Value,
        Delete,
    ];

    public override void Check()
    {
        var listed = World.Run(Get<IListingGrain>(PlatformKey.Value)
            .List(new ListingQuery(ListingKinds.SmtpAccount) { Tenant = GrainWorld.Shop }));
        var known = World.Run(Tenant.Get())!.Accounts;
        known.Where(id => !IsHalfDeleted(id)).Order().ShouldBe(
            listed.Items.Select(one => one.Id).Where(id => !IsHalfDeleted(id) && id != $"{GrainWorld.Account}"));
        if (Stored(Own) is { SealedPassword: { } secret })
            new SecretBox(SecretKeys.Of(1, new byte[SecretKeys.KeyLength]), new SeededIds(1))
                .Open(AccountSecretPurposes.Password(KeyOf(Own)), secret).ShouldBe(Encoding.UTF8.GetBytes("secret"));
        if (mail is { } sent && Stored(News) is { SwitchedOff: false })
            World.Store[sent].Phase.ShouldBe(MessagePhase.Delivered, "the account is on");
    }

    public override IEnumerable<string> Outcome() =>
    [
        $"{AccountRules.StatusOf(Stored(News)!)}, logged in: {LogsIn(login!)}, {LogsIn(revoked!)}",
        $"left: {Stored(Own) is not null}",
        .. Mails(),
    ];

    private static AccountKey KeyOf(AccountId id) => new(GrainWorld.Shop, id);

    private ISmtpAccountGrain Account(AccountId id) => Get<ISmtpAccountGrain>(KeyOf(id));

    private SmtpAccountState? Stored(AccountId id) =>
        World.Store.Find<SmtpAccountState>("smtp-account", KeyOf(id).ToString());

    /// <summary>Its deletion was begun, and is to be asked for again.</summary>
    private bool IsHalfDeleted(string id) => id == Own.Value && Stored(Own) is { Closing: true };

    private void Ask(AccountId id, AccountSettings settings, AccountSecrets secrets) =>
        World.Run(Account(id).Ask(new AccountRequest(settings, secrets, Ann, null))).Refusal.ShouldBeNull();

    /// <summary>As the endpoint does.</summary>
    private void Delete()
    {
        if (World.Run(Account(Own).Close(null, force: true)) is not null)
            return;
        World.Run(Tenant.RemoveAccount(Own.Value));
        World.Run(Account(Own).Erase());
    }

    private bool LogsIn(LoginPassword given) => World.Run(
        Get<ISmtpLoginGrain>(given.UserName).Authenticate(Secret.Hash(given.Password!))) != LoginAnswer.Wrong;
}
