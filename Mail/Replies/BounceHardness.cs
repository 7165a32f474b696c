namespace Actors.Mail.Replies;

/// <summary>What the failure says of the address, whatever became of the message.</summary>
public enum BounceHardness
{
    /// <summary>It may work another time or with another message.</summary>
    Soft,

    /// <summary>It will never work.</summary>
    Hard,
}
