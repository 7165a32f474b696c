using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Credentials;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Plans;
using Actors.Grains.PlatformMails;
using Actors.Grains.Registrar;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tenants;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Users;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded;

/// <summary>What is counted, asked for by many at once: in whatever order turns come, nobody exceeds a limit.</summary>
public sealed class RoomScenarios
{
    /// <summary>Orders of turns that each scenario is tried in.</summary>
    private const int Seeds = 12;

    [Fact]
    public Task nobody_is_invited_while_the_plan_becomes_too_small() => InEveryOrder(async world =>
    {
        Set(world, PlanName.Pro);
        var users = world.Grains.GetGrain<ITenantUsersGrain>(GrainWorld.Shop.Value);
        world.Run(users.Invite(Draft(0))).Refusal.ShouldBeNull();

        var inviting = users.Invite(Draft(1));
        var downgrading = Contract(world).Apply(new SubscriptionCommand.Downgrade(PlanName.Startup), null);
        world.Settle();

        OneOf(await inviting, await downgrading);
    });

    [Fact]
    public Task no_domain_is_registered_while_the_plan_becomes_too_small()
    {
        var turnsBefore = 0;
        return InEveryOrder(async world =>
        {
            Set(world, PlanName.Pro);
            world.Run(Register(world, 0)).Refusal.ShouldBeNull();
            var users = world.Grains.GetGrain<ITenantUsersGrain>(GrainWorld.Shop.Value);
            var busy = Enumerable.Range(0, 40).Select(_ => users.Remove("usr_nobody")).ToArray();

            var downgrading = Contract(world).Apply(new SubscriptionCommand.Downgrade(PlanName.Startup), null);
            var turns = turnsBefore++;
            world.RunUntil(() => turns-- == 0);
            var registering = Register(world, 1);
            world.Settle();

            await Task.WhenAll(busy); // users are counted after domains, and late
            OneOf(await registering, await downgrading);
        });
    }

    [Fact]
    public Task of_many_domains_registered_at_once_the_plan_has_its_number() => InEveryOrder(async world =>
    {
        Set(world, PlanName.Essential);

        var registering = Enumerable.Range(0, 8).Select(number => Register(world, number)).ToArray();
        world.Settle();

        (await Task.WhenAll(registering)).Count(one => one.Refusal is null).ShouldBe(5);
        world.Run(Registrar(world).CountDomains()).ShouldBe(5);
    });

    [Fact]
    public async Task a_loop_that_registers_and_deletes_domains_is_stopped_for_the_hour()
    {
        await using var world = await GrainWorld.Start(seed: 1);
        var domain = world.Grains.GetGrain<IDomainGrain>(
            new DomainKey(GrainWorld.Shop, DomainName.Parse("shop0.example.com")).ToString());
        for (var i = 0; i < HourlyAllowance.DomainsMax; i++)
        {
            world.Run(Register(world, 0)).Refusal.ShouldBeNull();
            world.Run(Register(world, 0)).Refusal.ShouldBeNull(); // a repetition makes nothing
            world.Run(Registrar(world).RegisterDomain(DomainName.Parse("seznam.cz"), new DomainDraft()))
                .Refusal.ShouldNotBeNull();
            world.Run(domain.Delete(null)).ShouldBeNull();
        }

        world.Run(Register(world, 0)).Refusal!.Code.ShouldBe(RefusalCode.TooManyAttempts);
        world.Time.SetClock(world.Time.GetUtcNow() + HourlyAllowance.Hour);
        world.Run(Register(world, 0)).Refusal.ShouldBeNull();
    }

    [Fact]
    public Task of_two_accounts_at_once_one_has_the_only_dedicated_ip() => InEveryOrder(async world =>
    {
        world.Run(Contract(world).Apply(new SubscriptionCommand.SetAddOn(AddOn.DedicatedIp, 1), null));

        var asking = new[] { "acc_a", "acc_b" }.Select(id => Registrar(world).AskForAccount(
            AccountId.Parse(id), new AccountRequest(Dedicated, AccountSecrets.None, null, null))).ToArray();
        world.Settle();

        OneOf(await asking[0], await asking[1]);
    });

    [Fact]
    public Task of_many_keys_made_at_once_a_hundred_are() => InEveryOrder(
        async world =>
        {
            var tenant = world.Grains.GetGrain<ITenantGrain>(GrainWorld.Shop.Value);

            var making = Enumerable.Range(0, ApiKeyGrant.KeysMax + 2).Select(_ => tenant.IssueApiKey("shop")).ToArray();
            world.Settle();

            (await Task.WhenAll(making)).Count(key => key is null).ShouldBe(2);
            world.Run(tenant.ApiKeys()).Length.ShouldBe(ApiKeyGrant.KeysMax);
        },
        seeds: 2);

    private static AccountSettings Dedicated { get; } = new()
    {
        Name = "News", Email = EmailAddress.Parse("news@shop.example"), DedicatedIp = true,
    };

    private static async Task InEveryOrder(Func<GrainWorld, Task> scenario, int seeds = Seeds)
    {
        for (var seed = 1; seed <= seeds; seed++)
        {
            await using var world = await GrainWorld.Start(seed: seed);
            try
            {
                await scenario(world);
            }
            catch (ShouldAssertException failed)
            {
                throw new ShouldAssertException($"seed {seed}: {failed.Message}", failed);
            }
        }
    }

    private static void OneOf<TFirst, TSecond>(Answer<TFirst> first, Answer<TSecond> second)
        where TFirst : class
        where TSecond : class
    {
        ImmutableArray<Refusal?> refusals = [first.Refusal, second.Refusal];
        refusals.Count(refusal => refusal is null).ShouldBe(1);
    }

    private static UserDraft Draft(int number) =>
        new(EmailAddress.Parse($"user{number}@example.org"), null, UserRole.Admin, "Ann");

    private static Task<Answer<DomainView>> Register(GrainWorld world, int number) =>
        Registrar(world).RegisterDomain(DomainName.Parse($"shop{number}.example.com"), new DomainDraft());

    private static void Set(GrainWorld world, PlanName plan) =>
        world.Run(Contract(world).Apply(new SubscriptionCommand.SetPlan(plan), null)).Refusal.ShouldBeNull();

    private static ISubscriptionGrain Contract(GrainWorld world) =>
        world.Grains.GetGrain<ISubscriptionGrain>(GrainWorld.Shop.Value);

    private static IRegistrarGrain Registrar(GrainWorld world) =>
        world.Grains.GetGrain<IRegistrarGrain>(GrainWorld.Shop.Value);
}
