using Actors.Crash.Processes;
using Actors.Crash.Proofs;
using Actors.Silo.Configuration;
using Actors.Silo.Hosting;
using Actors.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit.Abstractions;

namespace Actors.Crash.Tests.Proofs;

[Collection(Form.OneByOne)]
public sealed class ClockTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly int seed = Form.SeedOf(output);

    [Fact]
    public async Task a_clock_set_back_between_two_lives_delays_nothing_that_was_due_and_repeats_no_number()
    {
        await using var rig = await Rig.SetUp(seed, defers: false);
        rig.Load(await rig.Server.Listening(), worksMax: 20);
        await rig.Sink.Arrival;
        await rig.Kill();

        await using var host = Host(rig.Data, rig.NameLife());
        await host.StartAsync();
        var server = Announced(host);
        rig.Load(server, worksMax: 10);
        await rig.Worked();
        var broken = await rig.Verify(server);
        await host.StopAsync();

        Outcome.Of(rig, seed, broken).ShouldKeepItsPromises(output);
    }

    private static WebApplication Host(string data, string life)
    {
        var settings = new SiloSettings
        {
            Data = data,
            HostName = life,
            LogLevel = "warning",
            Http = new HttpSettings { Listen = "127.0.0.1:0" },
            Submission = new SubmissionSettings { Listen = "127.0.0.1:0", ListenTls = "127.0.0.1:0" },
            Inbound = new InboundSettings { Listen = "127.0.0.1:0" },
            Delivery = new DeliverySettings { AllowedNetworks = "127.0.0.0/8" },
        };
        return ActorsHost.Build(
            settings, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new ShiftedTime(-Hour))));
    }

    private static Announcement Announced(WebApplication host)
    {
        var bound = host.Services.GetRequiredService<BoundEndpoints>();
        var http = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new Announcement(
            new Uri(http.Addresses.Single()), bound.Submission!, bound.SubmissionTls!, bound.Inbound!, null);
    }
}
