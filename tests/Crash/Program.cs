using System.Globalization;
using Actors.Crash.Calls;
using Actors.Crash.Contacts;
using Actors.Crash.Proofs;

// Kills the server that was built beside it, and prints what was promised and not kept:
//   Actors.Crash soak [seconds] [seed]         at moments of chance, under load
//   Actors.Crash sync|write [from] [to]        as it enters fsync or pwrite64 for the Nth time, for each N
//   Actors.Crash stops [count] [seed]          not at all, but stops it
//   Actors.Crash settings-sync|settings-write [from] [to] [seed]   the same, while settings change
//   Actors.Crash contacts [seconds] [seed]     at moments of chance, while bounces, sign-ups and imports flow in
//   Actors.Crash flood [bounces]               not at all, but lets all that was sent come back
//   Actors.Crash failed-sync|full-disk [seed]  not at all, but lets the disk fail
//   Actors.Crash order [rounds]                not at all, but watches that fsync comes before the answer
int Number(int at, int otherwise) =>
    args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;

var seed = Environment.ProcessId;
var points = Enumerable.Range(Number(1, 1), Math.Max(0, Number(2, 200) - Number(1, 1) + 1)).ToArray();
if (args.FirstOrDefault() is "settings-sync" or "settings-write")
{
    var proof = new SettingsInjection(Number(3, seed), args[0] == "settings-sync" ? Strace.Sync : "pwrite64", points);
    var settings = await proof.Run();
    Console.WriteLine(settings);
    return settings.Broken.Count == 0 ? 0 : 1;
}

if (args.FirstOrDefault() is "contacts")
{
    var contacts = await new ContactKills(Number(2, seed), 1, TimeSpan.FromSeconds(Number(1, 120))).Run();
    Console.WriteLine(contacts);
    return contacts.Broken.Count == 0 ? 0 : 1;
}

if (args.FirstOrDefault() is "flood")
{
    var flood = await new BounceFlood(Number(1, 100_000)).Run();
    Console.WriteLine(flood);
    return flood.Broken.Count == 0 ? 0 : 1;
}

IReadOnlyList<Outcome> outcomes = args.FirstOrDefault() switch
{
    "soak" => [await new Soak(Number(2, seed), 1, TimeSpan.FromSeconds(Number(1, 120))).Run()],
    "sync" => await new Injection(seed, Strace.Sync, points).Run(),
    "write" => await new Injection(seed, "pwrite64", points).Run(),
    "stops" => [await new Stops(Number(2, seed), Number(1, 10)).Run()],
    "failed-sync" => [await Faults.FailedSync(Number(1, seed))],
    "full-disk" => [await Faults.FullDisk(Number(1, seed))],
    "order" => [await OrderProof.Run(Number(1, 4))],
    _ => [],
};
foreach (var outcome in outcomes)
    Console.WriteLine(outcome);
if (outcomes.Count == 0)
    Console.Error.WriteLine(
        "soak | sync | write | settings-sync | settings-write | contacts | flood | stops | failed-sync | full-disk "
        + "| order");
return outcomes.Count > 0 && outcomes.All(outcome => outcome.Broken.Count == 0) ? 0 : 1;
