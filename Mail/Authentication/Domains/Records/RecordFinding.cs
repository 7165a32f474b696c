namespace Actors.Mail.Authentication.Domains.Records;

/// <summary>What was seen where a record ought to be.</summary>
/// <param name="Text">In plain English, at most <see cref="TextMax"/> characters, safe to show.</param>
public sealed record RecordFinding(RecordPurpose Purpose, RecordState State, string Text)
{
    public const int TextMax = 500;
}
