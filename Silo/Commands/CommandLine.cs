using System.CommandLine;
using System.CommandLine.Invocation;
using Actors.Silo.Configuration;

namespace Actors.Silo.Commands;

/// <summary>The program's commands and options, and what is common to all of them: errors and exit codes.</summary>
/// <remarks>0: done. 1: it could not be done. 2: wrong options; nothing was started.</remarks>
public static class CommandLine
{
    private const int Failed = 1;
    private const int Misused = 2;

    public static async Task<int> Run(string[] arguments, TextWriter output, TextWriter error)
    {
        var surroundings = new Surroundings(output, error, Environment.GetEnvironmentVariables());
        var parsed = Root(surroundings).Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            var problems = parsed.Errors.Select(fault => new ConfigurationProblem(
                "the command line", fault.Message.TrimEnd('.'), "--help lists every command and option."));
            ProblemReport.Write(error, [.. problems, .. surroundings.Read(parsed).Problems]);
            return Misused;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // the host drains on SIGINT and SIGTERM
            });
        }
        catch (MisconfiguredException wrong)
        {
            ProblemReport.Write(error, wrong.Problems);
            return Misused;
        }
        catch (CommandException refusal)
        {
            await error.WriteLineAsync(refusal.Message);
            return Failed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException
            && parsed.CommandResult.Command is not RootCommand)
        {
            await error.WriteLineAsync($"It was not done, or not all of it: {fault.Message.TrimEnd('.')}.");
            return Failed;
        }
    }

    private static RootCommand Root(Surroundings surroundings)
    {
        var root = new RootCommand(
            "Actors, a self-hosted e-mail sending platform. Without a command it runs the server.");
        surroundings.AddTo(root);
        root.SetAction((parsed, _) => ServerCommand.Run(surroundings.Checked(parsed), surroundings.Output));
        root.Add(KeysCommand.Make(surroundings));
        root.Add(LoginsCommand.Make(surroundings));
        root.Add(OperatorKeyCommand.Make(surroundings));
        root.Add(DkimKeyCommand.Make(surroundings));
        root.Add(CheckDomainCommand.Make(surroundings));
        root.Add(DoctorCommand.Make(surroundings));
        root.Add(ClassifyBounceCommand.Make());
        root.Add(OptionsCommand.Make(surroundings));
        root.Add(ParseReportCommand.Make(surroundings));
        return root;
    }
}
