namespace Actors.Grains.Alarms;

/// <summary>A settings grain that time concerns: expiry, verification, notice periods, mail still to be sent.</summary>
public interface IAlarmed : IGrainWithStringKey
{
    /// <summary>Looks at its state and the clock and does what is due. Repeating it changes nothing.</summary>
    Task Wake();
}
