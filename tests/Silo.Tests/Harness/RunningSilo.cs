using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Actors.Silo.Configuration;
using Actors.Silo.FirstStart;
using Actors.Silo.Hosting;
using Actors.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Silo.Tests.Harness;

/// <summary>The whole server on free ports of loopback.</summary>
public sealed class RunningSilo : IAsyncDisposable
{
    private readonly WebApplication application;

    private RunningSilo(WebApplication application)
    {
        this.application = application;
        var bound = application.Services.GetRequiredService<BoundEndpoints>();
        Listeners = new Listeners(
            new Uri(application.Urls.Single()), bound.Submission, bound.SubmissionTls, bound.Inbound);
        Http = Client();
    }

    public Listeners Listeners { get; }

    public HttpClient Http { get; }

    /// <summary>Where bounces arrive; null where that is switched off.</summary>
    public IPEndPoint? Inbound => application.Services.GetRequiredService<BoundEndpoints>().Inbound;

    public IServiceProvider Services => application.Services;

    public Beginning Beginning => application.Services.GetRequiredService<Beginning>();

    public IGrainFactory Grains => application.Services.GetRequiredService<IGrainFactory>();

    public static SiloSettings Settings(string data) => new()
    {
        Data = data,
        LogLevel = "none",
        DrainSeconds = 0,
        Http = new() { Listen = "127.0.0.1:0" },
        Submission = new() { Listen = "127.0.0.1:0", ListenTls = "127.0.0.1:0" },
        Inbound = new() { Listen = "" },
    };

    /// <param name="change">Of the settings; null leaves them.</param>
    /// <param name="services">Takes the place of services; null leaves them.</param>
    public static async Task<RunningSilo> Start(
        string data, Func<SiloSettings, SiloSettings>? change = null, Action<IServiceCollection>? services = null)
    {
        var settings = Settings(data);
        var application = ActorsHost.Build(change is null ? settings : change(settings), all =>
        {
            all.Configure<SiloMessagingOptions>(calls => calls.ResponseTimeout = Patience.Max);
            services?.Invoke(all);
        });
        await application.StartAsync();
        return new RunningSilo(application);
    }

    /// <summary>Without a key, and as patient as the test.</summary>
    public HttpClient Client() => new() { BaseAddress = Listeners.Http, Timeout = Patience.Max };

    /// <summary>Waits, event by event, until so many messages were delivered.</summary>
    public async Task Delivered(string apiKey, int count)
    {
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        using var limit = Patience.Limit();
        var (after, delivered) = ("0", 0);
        while (delivered < count)
        {
            var page = await Http.GetFromJsonAsync<JsonElement>($"/v1/events?after={after}&wait=20", limit.Token);
            foreach (var item in page.GetProperty("data").EnumerateArray())
                if (item.GetProperty("type").GetString() == "message.delivered")
                    delivered++;
            after = page.GetProperty("next").GetString()!;
        }
    }

    /// <summary>Subjects that the sandbox received for the tenant, in alphabetical order.</summary>
    public async Task<string[]> SandboxSubjects() =>
    [
        .. (await SandboxMails()).Select(mail => mail.GetProperty("subject").GetString()!)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What the sandbox received for the tenant, the newest first.</summary>
    public async Task<JsonElement[]> SandboxMails() =>
    [
        .. (await Http.GetFromJsonAsync<JsonElement>("/v1/sandbox/messages")).GetProperty("data").EnumerateArray(),
    ];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await application.StopAsync();
        await application.DisposeAsync();
    }
}
