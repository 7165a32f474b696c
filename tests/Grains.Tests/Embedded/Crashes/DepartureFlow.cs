using Actors.Grains.Credentials;
using Actors.Grains.Departures;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.People;
using Actors.Grains.Senders;
using Actors.Grains.Sessions;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Templates;
using Actors.Grains.Tenants;
using Actors.Grains.TestAddresses;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Users;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>A tenant with something of everything leaves.</summary>
internal sealed class DepartureFlow(GrainWorld world) : Flow(world)
{
    private static readonly PasswordHash Password =
        new(new PasswordSalt(new byte[16], 600_000), [.. Enumerable.Repeat((byte)1, 32)]);

    private static readonly EmailAddress Club = EmailAddress.Parse("ann@club.example");
    private static readonly EmailAddress Guest = EmailAddress.Parse("guest@example.org");
    private static readonly DomainKey Domain = new(GrainWorld.Shop, Club.Domain);
    private static readonly AccountId Account = AccountId.Parse("acc_news");

    private IssuedApiKey apiKey = null!;
    private LoginPassword login = null!;
    private string invitation = "";
    private DateTimeOffset ends;

    private IDepartureGrain Departure => Get<IDepartureGrain>(GrainWorld.Shop);

    public override IReadOnlyList<Action> Steps =>
    [
        () => ends = World.Run(Departure.Leave()).Value!.EndsAt!.Value,
        () => World.AdvanceTo(ends.AddDays(-1), 7 * Day),
        () => World.Send(GrainWorld.Mail() with { SendAt = ends.AddDays(1) }),
        () => World.AdvanceTo(ends, Day),
        () => World.AdvanceTo(ends.AddMinutes(5), 7 * Day),
    ];

    public override void Prepare()
    {
        base.Prepare();
        World.Dns.Script = _ => RecordState.Found;
        var tenant = Get<ITenantGrain>(GrainWorld.Shop);
        apiKey = World.Run(tenant.IssueApiKey("key", null)).ShouldNotBeNull();
        MakeUser();
        World.Run(Get<ISmtpAccountGrain>(new AccountKey(GrainWorld.Shop, Account)).Ask(new AccountRequest(
            new AccountSettings { Name = "News", Email = Ann }, AccountSecrets.None, Ann, null)))
            .Refusal.ShouldBeNull();
        login = World.Run(Get<ISmtpAccountGrain>(new AccountKey(GrainWorld.Shop, Account))
            .AddLogin("shop", null)).Value!;
        World.Run(Get<IDomainGrain>(Domain).Register(new DomainDraft())).Refusal.ShouldBeNull();
        World.Run(Get<ISenderGrain>(SenderKey.Of(GrainWorld.Shop, Club)).Register(new SenderDraft(Club)))
            .Refusal.ShouldBeNull();
        World.Run(Get<ITemplateGrain>($"{GrainWorld.Shop}/tpl_receipt")
            .Create("Receipt", new("One", "One", null, true), publish: true)).Refusal.ShouldBeNull();
        World.Run(Get<ITestAddressesGrain>(GrainWorld.Shop).Add(Guest)).Refusal.ShouldBeNull();
        Send();
    }

    public override void Check()
    {
        if (World.Run(Departure.Get()).Phase != DeparturePhase.Erased)
            return;
        Left().ShouldBeEmpty();
    }

    public override IEnumerable<string> Outcome() => [$"{World.Run(Departure.Get()).Phase}", .. Left()];

    /// <summary>What names the tenant still, or opens what was its own.</summary>
    private IEnumerable<string> Left()
    {
        foreach (var grain in World.Store.Grains)
        {
            var type = grain.Type.ToString()!;
            var key = $"{grain.Key}/";
            if (key.StartsWith($"{GrainWorld.Shop}/", StringComparison.Ordinal)
                && !StoredTypes.Kept.Contains(type))
                yield return $"{grain}";
            if (type == "link" && World.Store.Find<LinkState>("link", $"{grain.Key}") is
                { Target: { } target } && target.Tenant == GrainWorld.Shop)
                yield return $"a link to {target.Subject}";
            if (type is "person" or "session")
                yield return $"{grain}";
        }

        foreach (var message in World.Store.Messages.Where(message => message.Tenant == GrainWorld.Shop))
            yield return $"{message}";
        if (World.Run(Get<IApiKeyGrain>(Secret.Hash(apiKey.Secret)).Owner()) is not null)
            yield return "an API key";
        if (World.Run(Get<ISmtpLoginGrain>(login.UserName).Authenticate(Secret.Hash(login.Password!)))
            != LoginAnswer.Wrong)
            yield return "a login";
        if (!World.Dns.Orders[^1].Publish!.Value.All(set => set.Entries.IsEmpty))
            yield return "records in the zone";
    }

    private void MakeUser()
    {
        var users = Get<ITenantUsersGrain>(GrainWorld.Shop);
        World.Run(users.Invite(new UserDraft(Ann, null, UserRole.Admin, "the operator"))).Refusal.ShouldBeNull();
        var (hash, target) = LinkTo(Ann);
        invitation = hash;
        World.Run(Get<IPersonGrain>(Ann.Key).SetFirstPassword(Ann, Password));
        World.Run(users.Accept(target.Subject, invitation, null)).ShouldBe(LinkStanding.Open);
        var entry = new SessionEntry("hash", "ses_a", new Membership(GrainWorld.Shop, target.Subject), Began);
        World.Run(Get<IPersonGrain>(Ann.Key).OpenSession(new SessionDraft(Ann.Key, entry, "", ""), Password.Hash))
            .ShouldBeTrue();
    }
}
