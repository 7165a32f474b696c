using System.Collections;
using System.CommandLine;
using Actors.Silo.Configuration;

namespace Actors.Silo.Commands;

/// <summary>What every command has around it: where it writes, the environment, and the options of the
/// settings.</summary>
internal sealed class Surroundings(TextWriter output, TextWriter error, IDictionary environment)
{
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

    /// <summary>Gives a command the option that says where the data folder is.</summary>
    public void AddDataTo(Command command) => Add(command, "Data");

    /// <summary>Gives a command the options that say where the server is: its data folder, and where it
    /// listens.</summary>
    public void AddPlaceTo(Command command) => Add(command, "Data", "Http:Listen");

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

    private void Add(Command command, params ReadOnlySpan<string> paths)
    {
        foreach (var (declared, option) in options)
            if (paths.Contains(declared.Path))
                command.Add(option);
    }

    private IEnumerable<GivenValue> Given(ParseResult parsed) =>
        from pair in options
        where parsed.GetResult(pair.Option) is { Implicit: false, Tokens.Count: 1 }
        select new GivenValue(pair.Declared, parsed.GetValue(pair.Option) ?? "", "the command line");
}
