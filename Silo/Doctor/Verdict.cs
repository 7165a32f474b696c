namespace Actors.Silo.Doctor;

public enum Verdict
{
    Ok = 0,

    /// <summary>It can run so, and something about it deserves a look before real mail is sent.</summary>
    Warn = 1,

    /// <summary>It will not run, or mail will be lost, delayed or refused.</summary>
    Fail = 2,
}
