namespace Actors.Crash.Settings;

/// <summary>Loses the answer to one request that changes something, as a server does that is killed in time.</summary>
/// <remarks>Presses of buttons behind links do not count: how many there are is a matter of how fast mail
/// comes.</remarks>
public sealed class LostAnswers() : DelegatingHandler(new SocketsHttpHandler())
{
    private int left;

    /// <summary>Loses the Nth answer from now on.</summary>
    public void Begin(int nth) => left = nth;

    /// <returns>Whether it was lost; otherwise there were fewer, and none is lost any more.</returns>
    public bool End() => Interlocked.Exchange(ref left, 0) == 0;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (!Counts(request) || left == 0 || --left > 0)
            return answer;
        answer.Dispose();
        throw new HttpRequestException("the answer is lost");
    }

    private static bool Counts(HttpRequestMessage request) => request.Method != HttpMethod.Get
        && request.RequestUri!.AbsolutePath.StartsWith("/v1/", StringComparison.Ordinal);
}
