using System.Net;
using System.Net.Sockets;
using Actors.Silo.Hosting;
using Actors.Silo.Platform;
using Actors.Silo.Tests.Harness;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Silo.Tests.Platform;

public sealed class FailedStartTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task a_start_that_fails_ends_the_reading_of_settings_without_a_fault_of_its_own()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var settings = RunningSilo.Settings(folder.Path);
        var application = ActorsHost.Build(settings with
        {
            Submission = settings.Submission with { Listen = taken.LocalEndpoint.ToString()! },
        });
        var polling = application.Services.GetServices<IHostedService>().OfType<PlatformPolling>().Single();

        await Should.ThrowAsync<AddressInUseException>(() => application.StartAsync());
        await application.DisposeAsync();

        await polling.ExecuteTask!; // the host calls one that ends in an exception a critical fault
    }
}
