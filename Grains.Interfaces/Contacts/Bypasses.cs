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
}
