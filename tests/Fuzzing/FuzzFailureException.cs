namespace Actors.Fuzzing;

/// <summary>What a parser failed on, and how to see it again.</summary>
public sealed class FuzzFailureException(string target, int seed, long round, byte[] input, Exception cause)
    : Exception(
        $"{target}, seed {seed}, round {round}: {cause.GetType().Name}: {cause.Message}"
        + $"\nagain with: --input {Convert.ToBase64String(input.AsSpan(0, Math.Min(input.Length, ShownMax)))}", cause)
{
    /// <summary>Octets of an input that are shown; the seed makes all of them again.</summary>
    private const int ShownMax = 16 * 1024;
}
