using System.Collections;
using System.CommandLine;
using Actors.Silo.Configuration;

namespace Actors.Silo.Commands;

/// <summary>What every command has around it: where it writes, the environment, and the options of the
/// settings.</summary>
internal sealed class Surroundings(TextWriter output, TextWriter error, IDictionary environment)
{
    /// <summary>Those that say where the server is, of use to every command.</summary>
    private static readonly string[] Everywhere = ["Data", "Http:Listen"];

    private readonly (DeclaredOption Declared, Option<string> Option)[] options =
        [.. DeclaredOptions.All.Select(declared => (declared, OptionHelp.Make(declared)))];

    public TextWriter Output => output;

    public TextWriter Error => error;

    /// <summary>Gives a command every option of the settings.</summary>
    public void AddTo(Command command)
    {
        foreach (var (_, option) in options)
            command.Add(option);
    }

    /// <summary>Gives a command the options that say where the server is.</summary>
    public void AddPlaceTo(Command command)
    {
        foreach (var (declared, option) in options)
            if (Everywhere.Contains(declared.Path))
                command.Add(option);
    }

    public ReadConfiguration Read(ParseResult parsed) =>
        ConfigurationReader.Read(Given(parsed), environment, ConfigurationReader.File);

    /// <summary>Settings that are right by themselves; whether ports are free is not asked.</summary>
    /// <exception cref="MisconfiguredException">They are not.</exception>
    public SiloSettings Settings(ParseResult parsed)
    {
        var read = Read(parsed);
        return read.Problems.IsEmpty ? read.Settings : throw new MisconfiguredException(read.Problems);
    }

    /// <summary>Settings that this machine can run a server with.</summary>
    /// <exception cref="MisconfiguredException">It cannot.</exception>
    public SiloSettings Checked(ParseResult parsed)
    {
        var read = Read(parsed);
        var problems = read.Problems.AddRange(MachineRules.Check(read));
        return problems.IsEmpty ? read.Settings : throw new MisconfiguredException(problems);
    }

    public string? Variable(string name) => environment[name] as string;

    private IEnumerable<GivenValue> Given(ParseResult parsed) =>
        from pair in options
        where parsed.GetResult(pair.Option) is { Implicit: false, Tokens.Count: 1 }
        select new GivenValue(pair.Declared, parsed.GetValue(pair.Option) ?? "", "the command line");
}
