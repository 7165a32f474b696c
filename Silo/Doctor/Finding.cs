namespace Actors.Silo.Doctor;

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
