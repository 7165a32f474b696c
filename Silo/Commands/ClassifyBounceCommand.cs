using System.CommandLine;

namespace Actors.Silo.Commands;

/// <summary>Classifies replies without starting anything: no server, no data folder, no settings.</summary>
internal static class ClassifyBounceCommand
{
    public static Command Make()
    {
        var command = new Command(
            "classify-bounce",
            "Read replies from standard input, one a line, and print for each: category, hard or soft, scope, rule;"
            + " separated by tabs. See docs/bounces.md.");
        command.SetAction(_ =>
        {
            using var input = StandardStreams.Input();
            using var output = StandardStreams.Output();
            BounceLines.Classify(input, output);
        });
        return command;
    }
}
