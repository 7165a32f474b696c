namespace Actors.Smtp.Tests.Transcripts;

/// <summary>How the client's bytes are cut into packets: nothing may depend on it.</summary>
public enum Delivery
{
    /// <summary>All lines up to the server's next turn at once.</summary>
    Whole,

    ByLine,

    ByByte,
}
