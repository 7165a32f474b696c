using Actors.Grains.Links;
using Actors.Grains.People;
using Actors.Grains.Plans;
using Actors.Grains.Sessions;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.TestAddresses;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Users;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>Users are invited, log in, move to another address, forget a password and are removed.</summary>
internal sealed class UserFlow(GrainWorld world) : Flow(world)
{
    private static readonly EmailAddress Bob = EmailAddress.Parse("bob@example.org");
    private static readonly EmailAddress Moved = EmailAddress.Parse("ann@example.net");
    private static readonly EmailAddress[] All = [Ann, Bob, Moved];

    private ITenantUsersGrain Users => Get<ITenantUsersGrain>(GrainWorld.Shop);

    private ITestAddressesGrain TestAddresses => Get<ITestAddressesGrain>(GrainWorld.Shop);

    public override IReadOnlyList<Action> Steps =>
    [
        () => Invite(Ann, UserRole.Admin),
        () => World.AdvanceTo(Began.AddMinutes(10), Hour),
        () => Accept(Ann),
        () => LogIn(Ann, 1),
        () => Invite(Bob, UserRole.Analyst),
        () => World.AdvanceTo(Began.AddMinutes(20), Hour),
        () => Accept(Bob),
        () => LogIn(Bob, 1),
        () => Refused(World.Run(Users.ChangeAddress(User(Ann), Moved)), RefusalCode.TooManyAttempts),
        () => World.AdvanceTo(Began.AddMinutes(30), Hour),
        Move,
        () => LogIn(Moved, 1),
        () => World.Run(Get<IPersonGrain>(Bob.Key).RequestReset()),
        () => World.AdvanceTo(Began.AddMinutes(40), Hour),
        () => World.Run(Get<IPersonGrain>(Bob.Key).ResetPassword(LinkTo(Bob).Hash, Password(2))),
        () => LogIn(Bob, 2),
        () => World.Run(TestAddresses.Add(Moved)),
        () => World.AdvanceTo(Began.AddMinutes(50), Hour),
        () => World.Run(TestAddresses.Confirm(Moved, LinkTo(Moved).Hash)),
        () => Refused(World.Run(Users.Remove(User(Bob))), RefusalCode.NotFound),
    ];

    public override void Prepare()
    {
        base.Prepare();
        World.Run(Get<ISubscriptionGrain>(GrainWorld.Shop)
            .Apply(new SubscriptionCommand.SetPlan(PlanName.Pro), null)).Refusal.ShouldBeNull();
    }

    public override void Check()
    {
        var users = World.Run(Users.List());
        foreach (var address in All)
        {
            var person = Person(address);
            foreach (var membership in person?.Memberships ?? [])
                users.ShouldContain(
                    user => user.Id == membership.User && (user.Address == address || address == Moved), "no user");
            if (users.FirstOrDefault(user => user.Address == address) is { Active: true } active)
                person.ShouldNotBeNull().Memberships.ShouldContain(new Membership(GrainWorld.Shop, active.Id));
            for (byte number = 1; number <= 2; number++)
                if (World.Run(Session(address, number).Find()) is not null)
                    person.ShouldNotBeNull().Sessions.ShouldContain(one => one.Hash == Hash(address, number));
        }
    }

    public override IEnumerable<string> Outcome() =>
    [
        .. World.Run(Users.List()).Select(user => $"{user.Address} {user.Role} {user.Active}"),
        .. All.Select(address => $"{address}: {Person(address)?.Memberships.Length}, sessions"
            + $" {Standing(address, 1)} {Standing(address, 2)}"),
        $"verified: {World.Run(TestAddresses.IsVerified(Moved))}",
        .. Mails(),
    ];

    private static PasswordHash Password(byte number) =>
        new(new PasswordSalt(new byte[16], 600_000), [.. Enumerable.Repeat(number, 32)]);

    private static string Hash(EmailAddress address, byte number) => $"{address}-{number}";

    private static void Refused(Refusal? refusal, RefusalCode alreadyDone) =>
        (refusal?.Code ?? alreadyDone).ShouldBe(alreadyDone);

    private PersonState? Person(EmailAddress address) => World.Store.Find<PersonState>("person", address.Key);

    private ISessionGrain Session(EmailAddress address, byte number) => Get<ISessionGrain>(Hash(address, number));

    private bool Standing(EmailAddress address, byte number) =>
        World.Run(Session(address, number).Find()) is not null;

    private string User(EmailAddress address) =>
        World.Run(Users.List()).FirstOrDefault(user => user.Address == address)?.Id ?? "usr_none";

    private void Invite(EmailAddress address, UserRole role) => Refused(
        World.Run(Users.Invite(new UserDraft(address, null, role, "the operator"))).Refusal,
        RefusalCode.AlreadyExists);

    /// <summary>As the page does that the link leads to.</summary>
    private void Accept(EmailAddress address)
    {
        var (hash, target) = LinkTo(address);
        if (World.Run(Users.Invitation(target.Subject, hash)).Standing != LinkStanding.Open)
            return;
        World.Run(Get<IPersonGrain>(address.Key).SetFirstPassword(address, Password(1)));
        World.Run(Users.Accept(target.Subject, hash, null)).ShouldBe(LinkStanding.Open);
    }

    private void Move()
    {
        var (hash, target) = LinkTo(Moved);
        if (World.Run(Users.AddressChange(target.Subject, hash)).Standing != LinkStanding.Open)
            return;
        World.Run(Get<IPersonGrain>(Moved.Key).SetFirstPassword(Moved, Password(1)));
        World.Run(Users.ConfirmAddress(target.Subject, hash)).ShouldBe(LinkStanding.Open);
    }

    private void LogIn(EmailAddress address, byte password)
    {
        var entry = new SessionEntry(
            Hash(address, password), $"ses_{password}", new Membership(GrainWorld.Shop, User(address)), Began);
        World.Run(Get<IPersonGrain>(address.Key)
            .OpenSession(new SessionDraft(address.Key, entry, "", ""), Password(password).Hash)).ShouldBeTrue();
    }
}
