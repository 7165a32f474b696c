namespace Actors.Grains.Messages;

/// <summary>What a customer or the operator may ask of a message.</summary>
public enum MessageCommand
{
    /// <summary>Withdraw it, if it is not already delivered or on the wire.</summary>
    Cancel = 0,

    /// <summary>Make the next attempt now.</summary>
    Retry = 1,

    /// <summary>Held: send it after all.</summary>
    Release = 2,

    /// <summary>Held: never send it.</summary>
    Drop = 3,
}

public enum CommandResult
{
    Done = 0,

    /// <summary>No such message in this tenant.</summary>
    NotFound = 1,

    /// <summary>It has ended; nothing can be asked of it any more.</summary>
    Ended = 2,

    /// <summary>An attempt is on the wire; its outcome decides.</summary>
    OnTheWire = 3,

    /// <summary>Release and drop are for held messages.</summary>
    NotHeld = 4,

    /// <summary>It was asked for already, or is due anyway.</summary>
    NothingToDo = 5,

    /// <summary>It is held: release or drop it.</summary>
    Held = 6,
}
