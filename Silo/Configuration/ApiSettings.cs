using System.Net;
using Actors.Api;

namespace Actors.Silo.Configuration;

/// <summary>What the settings mean for the HTTP API.</summary>
public static class ApiSettings
{
    /// <summary>How many times its lasting rate a key may ask at once.</summary>
    private const int BurstFactor = 2;

    public static void ApplyTo(this SiloSettings settings, ApiOptions api)
    {
        api.MessageBytesMax = settings.Submission.MessageBytesMax;
        api.MessageBodyBytesMax = settings.Submission.MessageBytesMax;
        api.BatchBodyBytesMax = Math.Max(api.BatchBodyBytesMax, settings.Submission.MessageBytesMax);
        api.BatchBytesMax = Math.Max(api.BatchBytesMax, settings.Submission.MessageBytesMax);
        api.TrustedProxies = [.. DeliverySettingsParsing.Parts(settings.Http.TrustedProxies).Select(IPNetwork.Parse)];
        api.RequestsPerSecond = settings.Http.RequestsPerSecond;
        api.RequestsBurst = BurstFactor * settings.Http.RequestsPerSecond;
    }
}
