using System.CommandLine;
using Actors.Silo.Configuration;

namespace Actors.Silo.Commands;

/// <summary>The options as a page of the documentation.</summary>
internal static class OptionsCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var command = new Command("options", "Print every option as a page in Markdown: docs/configuration.md.");
        command.SetAction(_ => surroundings.Output.Write(ConfigurationPage.Text()));
        return command;
    }
}
