using Actors.Api.Access;
using Actors.Api.Access.Passwords;
using Actors.Api.Repeats;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Unsubscribing;
using Microsoft.Extensions.Options;

namespace Actors.Api.Hosting;

/// <summary>What every endpoint works with.</summary>
internal sealed class Gateway(
    IGrainFactory grains, TimeProvider time, IIdSource chance, IOptions<ApiOptions> options,
    IEnumerable<IReadiness> readiness, IPublicUrl url, IUnsubscribeLinks unsubscribing)
{
    public IGrainFactory Grains { get; } = grains;

    public TimeProvider Time { get; } = time;

    public ApiOptions Options { get; } = options.Value;

    public Gate Gate { get; } = new(
        grains, new RateLimits(options.Value, time), new ClientAddress(options.Value.TrustedProxies),
        new SessionGate(grains, url, time), time);

    public Repeating Repeats { get; } = new(time);

    public ClientAddress Clients { get; } = new(options.Value.TrustedProxies);

    public PasswordWork Passwords { get; } = new(options.Value, chance);

    public Uri PublicUrl => url.Value;

    public IUnsubscribeLinks Unsubscribing { get; } = unsubscribing;

    public string NewId(string prefix)
    {
        Span<byte> bytes = stackalloc byte[10];
        chance.Fill(bytes);
        return prefix + SortableId.Create(Time.GetUtcNow(), bytes).ToLowerInvariant();
    }

    /// <summary>A chosen password as a login of an application stores it; slow on purpose.</summary>
    public ChosenPassword NewLoginPassword(string password) => ChosenPassword.Of(password, chance);

    public string NewToken(string prefix) => Secret.Generate(prefix, chance);

    /// <summary>What has to work beside the grains before requests are welcome.</summary>
    public IReadOnlyList<IReadiness> Readiness { get; } = [.. readiness];

    /// <param name="length">Octets.</param>
    /// <returns>In hexadecimal digits.</returns>
    public string NewSeed(int length)
    {
        var bytes = new byte[length];
        chance.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    public SubmissionId NewSubmission()
    {
        Span<byte> bytes = stackalloc byte[10];
        chance.Fill(bytes);
        return SubmissionId.Create(Time.GetUtcNow(), bytes);
    }

    /// <summary>Names one request in answers and in the log.</summary>
    public string NewRequestId()
    {
        Span<byte> bytes = stackalloc byte[10];
        chance.Fill(bytes);
        return "req_" + SortableId.Create(Time.GetUtcNow(), bytes);
    }
}
