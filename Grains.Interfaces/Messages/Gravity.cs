namespace Actors.Grains.Messages;

/// <summary>What a failure says of the address it was for, in ascending order.</summary>
public enum Gravity
{
    /// <summary>Nothing: others are at fault, or no server answered.</summary>
    None = 0,

    /// <summary>It does not work at present.</summary>
    Soft = 1,

    /// <summary>It will never work.</summary>
    Hard = 2,
}
