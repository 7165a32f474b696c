using Actors.Mail.Replies;

namespace Actors.Smtp.Client;

/// <summary>How an attempt to open a connection ended.</summary>
public abstract record OpenResult
{
    private OpenResult()
    {
    }

    /// <summary>Ready for transactions.</summary>
    public sealed record Opened(SmtpConnection Connection) : OpenResult;

    /// <param name="Stage">Resolve to Auth.</param>
    /// <param name="FromPeer">False when the reply is our own wording of what went wrong.</param>
    public sealed record Failed(SendStage Stage, Reply Reply, bool FromPeer) : OpenResult;
}
