using Actors.Grains.Tests.Embedded.Crashes;
using Actors.Grains.Tests.Embedded.World;
using Xunit.Abstractions;

namespace Actors.Grains.Tests.Embedded;

/// <summary>What is set up comes to the same end at whichever commit the process dies, is told of once, and is
/// waited for by nobody.</summary>
public sealed class CrashFlowScenarios(ITestOutputHelper output)
{
    [Fact]
    public Task a_domain_outlives_a_crash_at_every_commit() => Outlives(world => new DomainFlow(world));

    [Fact]
    public Task a_sender_outlives_a_crash_at_every_commit() => Outlives(world => new SenderFlow(world));

    [Fact]
    public Task users_outlive_a_crash_at_every_commit() => Outlives(world => new UserFlow(world));

    [Fact]
    public Task a_contract_outlives_a_crash_at_every_commit() => Outlives(world => new ContractFlow(world));

    [Fact]
    public Task accounts_outlive_a_crash_at_every_commit() => Outlives(world => new AccountFlow(world));

    [Fact]
    public Task templates_outlive_a_crash_at_every_commit() => Outlives(world => new TemplateFlow(world));

    [Fact]
    public Task a_departure_is_completed_after_a_crash_at_every_commit() => Outlives(world => new DepartureFlow(world));

    [Fact]
    public Task contacts_outlive_a_crash_at_every_commit() => Outlives(world => new ContactFlow(world));

    [Fact]
    public Task an_import_outlives_a_crash_at_every_commit() => Outlives(world => new ImportFlow(world));

    [Fact]
    public Task a_sign_up_outlives_a_crash_at_every_commit() => Outlives(world => new SignUpFlow(world));

    [Fact]
    public Task warnings_blocks_and_lifts_outlive_a_crash_at_every_commit() =>
        Outlives(world => new HealthFlow(world));

    [Fact]
    public Task an_allowance_outlives_a_crash_at_every_commit() => Outlives(world => new AllowanceFlow(world));

    [Fact]
    public Task what_comes_back_late_outlives_a_crash_at_every_commit() => Outlives(world => new LateFlow(world));

    private async Task Outlives(Func<GrainWorld, Flow> flow)
    {
        var kills = await new EveryCommit(flow).Run();
        output.WriteLine($"{kills} kills");
        kills.ShouldBeGreaterThan(0);
    }
}
