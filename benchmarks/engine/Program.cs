using System.Diagnostics;
using System.Globalization;
using Actors.Benchmarks.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// What a call and an activation cost. Run: dotnet run -c Release --project benchmarks/engine
var builder = Host.CreateEmptyApplicationBuilder(null);
builder.UseOrleans(silo => silo.Services.AddKeyedSingleton<IGrainStorage>("memory", new EmptyStorage()));
using var host = builder.Build();
await host.StartAsync();
var grains = host.Services.GetRequiredService<IGrainFactory>();

for (var round = 0; round < 3; round++)
{
    var times = round == 0 ? 20_000 : 1_000_000;
    await Measure("call, grain to grain", times, () => grains.GetGrain<IAskerGrain>("a").Ask("a", times));
    await Measure("call, two pairs at once", 2 * times, () => Task.WhenAll(
        grains.GetGrain<IAskerGrain>("a").Ask("a", times), grains.GetGrain<IAskerGrain>("b").Ask("b", times)));
    await Measure("call, from outside, one after the other", times, async () =>
    {
        var echo = grains.GetGrain<IEchoGrain>("c");
        for (var i = 0; i < times; i++)
            await echo.Echo(i);
    });
    await Measure("call, from outside, 100 at once", times, async () =>
    {
        var echo = grains.GetGrain<IEchoGrain>("d");
        var open = new Task<int>[100];
        for (var i = 0; i < times / open.Length; i++)
        {
            for (var j = 0; j < open.Length; j++)
                open[j] = echo.Echo(j);
            await Task.WhenAll(open);
        }
    });
    var each = times / 4;
    await Measure("activation, call, deactivation", each,
        () => grains.GetGrain<IAskerGrain>("a").AskNew("m" + round, each));
}

await host.StopAsync();

static async Task Measure(string name, int times, Func<Task> work)
{
    GC.Collect();
    var bytes = GC.GetTotalAllocatedBytes(precise: true);
    var cpu = Process.GetCurrentProcess().TotalProcessorTime;
    var start = Stopwatch.GetTimestamp();
    await work();
    var wall = Stopwatch.GetElapsedTime(start);
    cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
    bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-42} {wall.TotalNanoseconds / times,8:F0} ns wall {cpu.TotalNanoseconds / times,8:F0} ns CPU"
            + $" {bytes / times,6} B"));
}
