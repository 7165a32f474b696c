using System.Diagnostics;
using System.Globalization;
using Actors.Benchmarks.Storage;
using Actors.Storage;

// Accepts and outcomes through the whole store: dotnet run -c Release --project benchmarks/storage -- 100000 20 2048
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var messages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var producers = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20;
var bytes = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 2_048;
var backlog = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 0;
var folder = Environment.GetEnvironmentVariable("BENCH_DIR")
    ?? Directory.CreateTempSubdirectory("bench-storage-").FullName;
var options = new StorageOptions { Folder = folder };

using (var store = Store.Open(options, TimeProvider.System))
{
    var load = new Load(store, bytes);
    if (backlog > 0)
        await load.Defer(backlog);
    await load.Run(Math.Min(messages / 10, 5_000), producers); // warm-up
    Console.WriteLine($"{messages} messages of {bytes} bytes, {producers} producers, {backlog} deferred");
    Console.WriteLine(await load.Run(messages, producers));
}

var opening = Stopwatch.StartNew();
using (Store.Open(options, TimeProvider.System))
    Console.WriteLine($"open again: {opening.ElapsedMilliseconds} ms");
Console.WriteLine($"database: {new FileInfo(Path.Combine(folder, "actors.db")).Length / 1e6:0.0} MB");
if (Environment.GetEnvironmentVariable("BENCH_DIR") is null)
    Directory.Delete(folder, recursive: true);
