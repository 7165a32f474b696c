namespace Actors.Mail.Replies;

/// <summary>What the failure says of this message.</summary>
public enum BouncePermanence
{
    /// <summary>It is tried again.</summary>
    Transient,

    /// <summary>It has failed for good.</summary>
    Permanent,
}
