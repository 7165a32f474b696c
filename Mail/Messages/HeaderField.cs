namespace Actors.Mail.Messages;

/// <summary>Where a field stands in the message; positions are octets from its start.</summary>
/// <param name="Start">The first octet of the name.</param>
/// <param name="NameLength">Octets of the name.</param>
/// <param name="End">After the last octet of the value, before its CRLF.</param>
public readonly record struct HeaderField(int Start, int NameLength, int End)
{
    /// <summary>The first octet after the colon.</summary>
    public int ValueStart => Start + NameLength + Gap + 1;

    /// <summary>Octets of white space before the colon (RFC 5322 §4.5.8): where we are strict, none.</summary>
    internal int Gap { get; init; }

    internal KnownHeader Known { get; init; }
}
