using System.Net;
using Actors.Grains.Credentials;

namespace Actors.Api;

/// <summary>What the gateway takes, and how much of it.</summary>
public sealed class ApiOptions
{
    /// <summary>Bytes of one request to <c>POST /v1/messages</c>. 64 KiB to 1 GiB. Default 25 MiB.</summary>
    public int MessageBodyBytesMax { get; set; } = 25 * 1024 * 1024;

    /// <summary>Bytes of one message with its attachments encoded, as it will travel. 64 KiB to 1 GiB.
    /// Default 25 MiB.</summary>
    /// <remarks>Receivers commonly stop at 25 MB; what is larger would only bounce.</remarks>
    public int MessageBytesMax { get; set; } = 25 * 1024 * 1024;

    /// <summary>Bytes of one request to <c>POST /v1/messages/batch</c>. 64 KiB to 1 GiB. Default 50 MB.</summary>
    public int BatchBodyBytesMax { get; set; } = 50_000_000;

    /// <summary>Bytes of all messages of a batch together, as <see cref="MessageBytesMax"/> counts them.
    /// 64 KiB to 2 GiB. Default 250 MB.</summary>
    /// <remarks>What stands in <c>defaults</c> once counts for each item: a small request must not fill the
    /// disk.</remarks>
    public int BatchBytesMax { get; set; } = 250_000_000;

    /// <summary>Bytes of any other request. 1 KiB to 1 MiB. Default 64 KiB.</summary>
    public int BodyBytesMax { get; set; } = 64 * 1024;

    /// <summary>Messages of a batch that are stored at the same time. 1 to 500. Default 128.</summary>
    /// <remarks>They share commits: fewer at a time means more of them.</remarks>
    public int BatchConcurrency { get; set; } = 128;

    /// <summary>Requests a second that each API key may make for long. 1 to 1,000,000. Default 1,000.</summary>
    public int RequestsPerSecond { get; set; } = 1_000;

    /// <summary>Requests that each API key may make at once. From <see cref="RequestsPerSecond"/> to 10,000,000.
    /// Default 2,000.</summary>
    public int RequestsBurst { get; set; } = 2_000;

    /// <summary>Of PBKDF2 with HMAC-SHA-256 for users' passwords. 600,000 to 10,000,000. Default 600,000.</summary>
    /// <remarks>A password stored with fewer is hashed anew when its owner logs in.</remarks>
    public int PasswordIterations { get; set; } = PasswordDerivation.IterationsNow;

    /// <summary>Passwords that are hashed at the same time. 1 to 64. Default half of the processors.</summary>
    public int PasswordConcurrency { get; set; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 64);

    /// <summary>Proxies whose X-Forwarded-For is believed. Default none.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; set; } = [];

    /// <summary>How long <c>/readyz</c> waits for each thing it asks. 0.1 to 30 seconds. Default 3 seconds.</summary>
    public TimeSpan ReadinessTimeout { get; set; } = TimeSpan.FromSeconds(3);
}
