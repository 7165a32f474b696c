using System.Collections;
using System.Collections.Immutable;

namespace Actors.Silo.Configuration;

/// <summary>Puts the settings together: command line before environment before file before default.</summary>
public static class ConfigurationReader
{
    public const string File = "appsettings.json";

    /// <summary>Variables that begin like options and are none: the operator's key, and the tests' own.</summary>
    private static readonly string[] OtherVariables = ["ACTORS_OPERATOR_KEY", "ACTORS_LONG"];

    /// <param name="commandLine">What was given there, in any order.</param>
    /// <param name="environment">Names and values, as <see cref="Environment.GetEnvironmentVariables()"/> has
    /// them.</param>
    /// <param name="file">Path of the file; it need not exist.</param>
    public static ReadConfiguration Read(IEnumerable<GivenValue> commandLine, IDictionary environment, string file)
    {
        var problems = new List<ConfigurationProblem>();
        var values = DeclaredOptions.All.ToDictionary(
            option => option.Path, option => new GivenValue(option, option.Default, "its default"));
        foreach (var given in FromFile(file, problems)
            .Concat(FromEnvironment(environment, problems))
            .Concat(commandLine))
            values[given.Option.Path] = given;

        var settings = new SiloSettings();
        foreach (var value in values.Values)
        {
            if (ValueRules.Check(value) is { } problem)
                problems.Add(problem);
            else
                value.Option.Set(settings, value.Text);
        }
        var read = new ReadConfiguration(settings, values.ToImmutableDictionary(), []);
        return read with { Problems = [.. problems, .. RelationRules.Check(read), .. SigningRules.Check(read)] };
    }

    private static List<GivenValue> FromFile(string file, List<ConfigurationProblem> problems)
    {
        var values = new List<GivenValue>();
        foreach (var (key, text) in ConfigurationFile.Read(file, problems))
        {
            if (DeclaredOptions.All.FirstOrDefault(
                option => option.Path.Equals(key, StringComparison.OrdinalIgnoreCase)) is { } option)
                values.Add(new GivenValue(option, text, file));
            else
                problems.Add(new($"'{key}' in {file}", "is no option", "Remove it; --help lists every option."));
        }
        return values;
    }

    private static List<GivenValue> FromEnvironment(IDictionary environment, List<ConfigurationProblem> problems)
    {
        var values = new List<GivenValue>();
        foreach (var name in environment.Keys.OfType<string>().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith("ACTORS_", StringComparison.OrdinalIgnoreCase) || OtherVariables.Contains(name))
                continue;
            if (DeclaredOptions.All.FirstOrDefault(option => option.Variable == name) is { } option)
                values.Add(new GivenValue(
                    option, (string?)environment[name] ?? "", $"the environment variable {name}"));
            else
                problems.Add(new(
                    $"the environment variable {name}", "is no option", "Unset it; --help lists every option."));
        }
        return values;
    }
}
