namespace Actors.Smtp.Tests.Client;

/// <summary>How replies are cut into writes: a client must not care.</summary>
public enum ReplyCut
{
    Whole,
    ByLine,
    ByByte,
}
