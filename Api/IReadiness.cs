namespace Actors.Api;

/// <summary>Something outside the grains that has to work before requests are welcome, such as the store.</summary>
public interface IReadiness
{
    /// <summary>Shown in <c>/readyz</c>, snake_case.</summary>
    string Name { get; }

    /// <returns>Null when it works, else what does not, in a sentence without internals.</returns>
    ValueTask<string?> Check(CancellationToken cancellation);
}
