namespace Actors.Smtp.Tests.Transcripts;

/// <summary>What one side does in a transcript.</summary>
public abstract record Turn
{
    private Turn()
    {
    }

    /// <summary>The client sends these lines, their ends included.</summary>
    public sealed record Send(IReadOnlyList<byte[]> Lines) : Turn;

    /// <summary>The server answers exactly this line; a final "*" stands for any rest.</summary>
    public sealed record Expect(string Line) : Turn;

    /// <summary>The client begins TLS.</summary>
    public sealed record BeginTls : Turn;

    /// <summary>The client hangs up.</summary>
    public sealed record HangUp : Turn;

    /// <summary>The server hangs up, having said nothing else.</summary>
    public sealed record ExpectEnd : Turn;
}
