namespace Actors.Mail.Parsing;

/// <summary>What is left of the limits while a message and those within it are read.</summary>
internal sealed class ParsingBudget
{
    internal int Parts { get; private set; } = ParsingLimits.PartsMax;

    internal int Fields { get; private set; } = ParsingLimits.FieldsTotalMax;

    internal MailDefects Defects { get; private set; }

    internal void Note(MailDefects defect) => Defects |= defect;

    internal bool TryTakePart()
    {
        if (Parts == 0)
        {
            Note(MailDefects.TooManyParts);
            return false;
        }

        Parts--;
        return true;
    }

    internal void TakeFields(int count) => Fields -= count;
}
