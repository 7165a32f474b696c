using System.CommandLine;

namespace Actors.Silo.Commands;

/// <summary>What commands on secrets have in common.</summary>
internal static class DeskOptions
{
    private const int NameLengthMax = 100;

    private static readonly Option<string> OperatorKey = new("--operator-key")
    {
        Description = "The operator's key, needed while the server runs. Better in the environment variable "
            + $"{Desks.OperatorKeyVariable}: other users of this machine can read command lines.",
        HelpName = "key",
    };

    public static Option<string> Tenant() =>
        new("--tenant") { Description = "The tenant's id.", HelpName = "id", Required = true };

    /// <exception cref="CommandException">The name is empty or too long.</exception>
    public static string Named(ParseResult parsed, Option<string> option)
    {
        var name = parsed.GetValue(option)!.Trim();
        return name.Length is > 0 and <= NameLengthMax
            ? name
            : throw new CommandException($"{option.Name} has to be 1 to {NameLengthMax} characters.");
    }

    /// <param name="action">False when what was to be revoked does not exist.</param>
    public static void UseDesk(
        this Command command, Surroundings surroundings, Func<ISecretsDesk, ParseResult, TextWriter, Task<bool>> action)
    {
        command.Add(OperatorKey);
        surroundings.AddPlaceTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var key = parsed.GetValue(OperatorKey) ?? surroundings.Variable(Desks.OperatorKeyVariable);
            await using var desk = await Desks.Open(surroundings.Settings(parsed), key, cancellation);
            if (await action(desk, parsed, surroundings.Output))
                return 0;
            throw new CommandException("There is none of that name; the list shows what there is.");
        });
    }
}
