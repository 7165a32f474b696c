namespace Actors.Grains.Plans;

/// <summary>What is offered until the operator says otherwise.</summary>
public static class PlanTable
{
    public static PlanCatalogue BuiltIn { get; } = new(
        [
            new(0, 1, 1, 1, Roles: false, BlacklistFile: false, 3_000, 1_000),
            new(19_00, 7, 5, 1, Roles: false, BlacklistFile: true, 50_000, 10_000),
            new(79_00, 15, 25, 20, Roles: true, BlacklistFile: true, 250_000, 50_000),
            new(399_00, 15, null, null, Roles: true, BlacklistFile: true, 2_500_000, 500_000),
        ],
        [new(49_00, 16), new(1_00, 350)],
        "EUR",
        NoticePeriod.EndOfNextMonth);
}
