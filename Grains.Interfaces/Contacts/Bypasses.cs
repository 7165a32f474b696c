namespace Actors.Grains.Contacts;

/// <summary>What on the blacklist a transactional message is sent in spite of. Stored as the number: only
/// append.</summary>
/// <remarks>A complaint is nothing of the kind: nobody is written to in spite of it.</remarks>
[Flags]
public enum Bypasses
{
    None = 0,
    Bounce = 1,
    Manual = 2,

    /// <summary>The question whether its reader wants to be on a list: marketing, and the only one that may go to
    /// somebody who has not confirmed yet, or has left. Nobody can ask for it in a request.</summary>
    Confirmation = 4,
}
