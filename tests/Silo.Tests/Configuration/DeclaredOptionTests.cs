using System.Globalization;
using Actors.Silo.Configuration;

namespace Actors.Silo.Tests.Configuration;

public sealed class DeclaredOptionTests
{
    [Fact]
    public void every_setting_is_an_option()
    {
        var settings = typeof(SiloSettings).GetProperties().SelectMany(property =>
            property.PropertyType.Namespace == typeof(SiloSettings).Namespace
                ? property.PropertyType.GetProperties().Select(inner => $"{property.Name}:{inner.Name}")
                : [property.Name]);
        settings.ShouldBe(DeclaredOptions.All.Select(option => option.Path), ignoreOrder: true);
    }

    [Fact]
    public void every_option_is_explained_in_sentences()
    {
        foreach (var option in DeclaredOptions.All)
            option.Text.ShouldEndWith(".", customMessage: option.Path);
    }

    [Fact]
    public void names_are_unique()
    {
        DeclaredOptions.All.Select(option => option.Flag).ShouldBeUnique();
        DeclaredOptions.All.Select(option => option.Variable).ShouldBeUnique();
    }

    [Fact]
    public void names_follow_from_the_path()
    {
        var option = DeclaredOptions.At("Submission:ConnectionsPerAddressMax");
        option.Flag.ShouldBe("--submission-connections-per-address-max");
        option.Variable.ShouldBe("ACTORS_SUBMISSION_CONNECTIONS_PER_ADDRESS_MAX");
    }

    [Fact]
    public void the_defaults_are_right_and_mean_what_they_say()
    {
        var read = Reading.Of();
        read.Problems.ShouldBeEmpty();
        read.Settings.ShouldBe(new SiloSettings());
    }

    [Fact]
    public void a_number_may_be_its_least_and_its_most_and_nothing_beyond()
    {
        foreach (var option in DeclaredOptions.All.Where(option => option.Kind == OptionKind.Number))
        {
            Wrong(option, option.Min - 1L).ShouldBeTrue($"{option.Path} below {option.Min}");
            Wrong(option, option.Max + 1L).ShouldBeTrue($"{option.Path} above {option.Max}");
            Wrong(option, option.Min).ShouldBeFalse($"{option.Path} at {option.Min}");
            Wrong(option, option.Max).ShouldBeFalse($"{option.Path} at {option.Max}");
        }
    }

    private static bool Wrong(DeclaredOption option, long number) =>
        Reading.Of((option.Path, number.ToString(CultureInfo.InvariantCulture)))
            .Problems.Any(problem => problem.Rule.StartsWith("has to be a whole number", StringComparison.Ordinal));
}
