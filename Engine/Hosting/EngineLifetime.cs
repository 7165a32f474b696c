using Actors.Engine.Runtime;
using Microsoft.Extensions.Hosting;

namespace Actors.Engine;

/// <summary>Starts the engine with the host and stops it in order: reminders first, then the grains.</summary>
internal sealed class EngineLifetime(GrainEngine engine, LocalReminders reminders) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        engine.Start();
        await reminders.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        reminders.Silence();
        await engine.Stop(cancellationToken);
        await reminders.Stop(cancellationToken);
    }
}
