using System.Globalization;
using Actors.Fuzzing;

// fuzz [--seconds 10] [--seed 1] [--input BASE64] [parser...]: feeds the parsers named, or all of them.
var seconds = 10;
var seed = 1;
byte[]? input = null;
var names = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--seconds": seconds = int.Parse(args[++i], CultureInfo.InvariantCulture); break;
        case "--seed": seed = int.Parse(args[++i], CultureInfo.InvariantCulture); break;
        case "--input": input = Convert.FromBase64String(args[++i]); break;
        default: names.Add(args[i]); break;
    }
}

var targets = FuzzTargets.All.Where(target => names.Count == 0 || names.Contains(target.Name)).ToList();
if (input is not null)
{
    targets.ForEach(target => target.Run(input));
    return 0;
}

var failures = FuzzTargets.Run(targets, seed, TimeSpan.FromSeconds(seconds), TimeProvider.System, Console.WriteLine);
foreach (var failure in failures)
    Console.Error.WriteLine(failure);
return failures.Count == 0 ? 0 : 1;
