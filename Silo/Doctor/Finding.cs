namespace Actors.Silo.Doctor;

public enum Verdict
{
    Ok = 0,

    /// <summary>It can run so, and something about it deserves a look before real mail is sent.</summary>
    Warn = 1,

    /// <summary>It will not run, or mail will be lost, delayed or refused.</summary>
    Fail = 2,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Remedy">What to do; null when all is well.</param>
public sealed record Finding(Verdict Verdict, string Subject, string Text, string? Remedy)
{
    public static Finding Ok(string subject, string text) => new(Verdict.Ok, subject, text, null);

    public static Finding Warn(string subject, string text, string remedy) =>
        new(Verdict.Warn, subject, text, remedy);

    public static Finding Fail(string subject, string text, string remedy) =>
        new(Verdict.Fail, subject, text, remedy);
}
