using Actors.Evaluation;
using Actors.Evaluation.Bounces;
using Actors.Evaluation.Reports;
using Actors.Evaluation.Spf;

// Measures the parsers and rules on public data sets, which are not part of the repository:
//   Actors.Evaluation DIR [faults]     prints scores, and with "faults" each row that came out otherwise
// Exits 0 when every score reaches its threshold, 1 when one does not, 2 when there is no such folder.
IEvaluation[] evaluations = [new BounceReplies(), new SpfSuite(), new ReportMails()];

if (args.Length == 0 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("Evaluation: name the folder that holds the data");
    return 2;
}

var faults = args.Contains("faults") ? Console.Out : TextWriter.Null;
var passes = true;
foreach (var evaluation in evaluations)
{
    Console.WriteLine($"== {evaluation.Path}");
    var path = Path.GetFullPath(Path.Combine(args[0], evaluation.Path));
    if (!Path.Exists(path))
    {
        Console.WriteLine("LESS it is not there");
        passes = false;
        continue;
    }

    foreach (var score in evaluation.Run(path, faults))
    {
        Console.WriteLine(score);
        passes &= score.Passes;
    }
}

return passes ? 0 : 1;
