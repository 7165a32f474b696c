namespace Actors.Storage.Tests;

public sealed class StorageOptionsTests
{
    [Fact]
    public void the_defaults_have_no_problem() => new StorageOptions().Problems().ShouldBeEmpty();

    [Fact]
    public void every_problem_is_told_at_once_and_names_its_option()
    {
        var options = new StorageOptions
        {
            Folder = " ", RetentionDays = 0, FreshContentBytes = -1, BirthsMax = 2_000_000, Readers = 0,
        };
        var refused = Should.Throw<ArgumentException>(() => Store.Open(options, TimeProvider.System));
        foreach (var option in new[] { "Folder", "RetentionDays", "FreshContentBytes", "BirthsMax", "Readers" })
            refused.Message.ShouldContain($"Storage:{option} must");
    }
}
