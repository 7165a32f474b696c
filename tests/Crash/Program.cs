using System.Globalization;
using Actors.Crash.Proofs;

// Usage: Actors.Crash soak [seconds] [seed]
// Kills the server built beside it for so long (120 s), and prints what was promised and not kept.
var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 120;
var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : Environment.ProcessId;
var outcome = await new Soak(seed, Kills: 1, TimeSpan.FromSeconds(seconds)).Run();
Console.WriteLine(outcome);
return outcome.Broken.Count == 0 ? 0 : 1;
