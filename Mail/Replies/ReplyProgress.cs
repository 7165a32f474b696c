namespace Actors.Mail.Replies;

public enum ReplyProgress
{
    /// <summary>The reply has further lines.</summary>
    More,

    /// <summary>The reply is whole.</summary>
    Complete,

    /// <summary>Not a reply, or one beyond <see cref="ReplyLimits"/>: the connection is of no further use.</summary>
    Malformed,
}
