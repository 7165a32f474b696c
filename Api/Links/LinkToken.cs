using System.Buffers;
using Actors.Grains.Credentials;

namespace Actors.Api.Links;

/// <summary>The last segment of a link in a mail of the platform's or a sign-up: chance, known by its hash
/// alone.</summary>
internal static class LinkToken
{
    private const int Length = 52;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz234567");

    /// <returns>The key of its link; null for what was never given out, whatever was.</returns>
    public static string? HashOf(string text) =>
        text.Length == Length && !text.AsSpan().ContainsAnyExcept(Letters) ? Secret.Hash(text) : null;
}
