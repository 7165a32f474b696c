namespace Actors.Smtp.Tests.Client;

/// <summary>A reply in the middle of a content.</summary>
/// <param name="Reply">Without the last CRLF; empty says nothing.</param>
/// <param name="AfterOctets">Of the content, at least.</param>
internal sealed record Interruption(string Reply, int AfterOctets, Afterwards Then);

public enum Afterwards
{
    Close,

    /// <summary>The connection stays open, and nothing more is read from it.</summary>
    Stall,

    /// <summary>The rest of the content is read and forgotten.</summary>
    Swallow,
}
