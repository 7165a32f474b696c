namespace Actors.Silo.Configuration;

/// <summary>One reason not to start.</summary>
/// <param name="Subject">The option with its value and where that comes from, or what else is at fault.</param>
/// <param name="Rule">What it has to be.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ConfigurationProblem(string Subject, string Rule, string Remedy)
{
    public static ConfigurationProblem Of(GivenValue value, string rule, string remedy) =>
        new($"{value.Option.Flag} is {Shown(value)} (from {value.Source})", rule, remedy);

    private static string Shown(GivenValue value) =>
        value.Option.Kind == OptionKind.SecretKeys ? "not shown" : $"'{value.Text}'";
}
