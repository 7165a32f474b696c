using Actors.Crash.Processes;

namespace Actors.Crash.Tests.Checking;

public sealed class DuplicateTests
{
    [Fact]
    public void a_copy_after_a_kill_is_within_the_window() =>
        Repeated(Given.First, Given.Second).Check().ShouldBeEmpty();

    [Fact]
    public void two_copies_from_one_life_are_not() =>
        Repeated(Given.First, Given.First).Check().ShouldHaveSingleItem().ShouldContain("received twice from life-1");

    [Fact]
    public void a_copy_after_a_stop_is_not()
    {
        var given = Repeated(Given.First, Given.Second);
        given.Lives[0] = given.Lives[0] with { Killed = false };

        given.Check().ShouldHaveSingleItem().ShouldContain("after life-1 had stopped");
    }

    [Fact]
    public void a_copy_after_the_delivery_could_be_read_is_not()
    {
        var given = Repeated(Given.First, Given.Second);
        given.SeenDelivered["rcp_1"] = Given.First;

        given.Check().ShouldHaveSingleItem().ShouldContain("delivered by then");
    }

    [Fact]
    public void a_copy_with_other_bytes_is_not()
    {
        var given = new Given();
        given.Copies.Add(Given.Copy(Given.One, Given.Second, hash: "other"));

        given.Check().ShouldHaveSingleItem().ShouldContain("other bytes");
    }

    [Fact]
    public void a_kill_leaves_at_most_as_many_as_there_were_connections()
    {
        var given = new Given();
        for (var i = 0; i <= SiloLaunch.ConnectionsPerSite; i++)
        {
            given.Copies.Add(Given.Copy($"ok-c.1-x{i}@crash.test", Given.First));
            given.Copies.Add(Given.Copy($"ok-c.1-x{i}@crash.test", Given.Second));
        }

        given.Check().ShouldContain("life-1 left 21 duplicates, more than it had connections");
    }

    private static Given Repeated(string first, string second) => new()
    {
        Copies = [Given.Copy(Given.One, first), Given.Copy(Given.One, second), Given.Copy(Given.Two, first)],
    };
}
