using Actors.Api.Access;
using Actors.Grains.Ids;
using Microsoft.Extensions.Options;

namespace Actors.Api.Hosting;

/// <summary>What every endpoint works with.</summary>
internal sealed class Gateway(
    IGrainFactory grains, TimeProvider time, IIdSource chance, IOptions<ApiOptions> options,
    IEnumerable<IReadiness> readiness)
{
    public IGrainFactory Grains { get; } = grains;

    public TimeProvider Time { get; } = time;

    public ApiOptions Options { get; } = options.Value;

    public Gate Gate { get; } = new(
        grains, new RateLimits(options.Value, time), new ClientAddress(options.Value.TrustedProxies), time);

    /// <summary>What has to work beside the grains before requests are welcome.</summary>
    public IReadOnlyList<IReadiness> Readiness { get; } = [.. readiness];

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
