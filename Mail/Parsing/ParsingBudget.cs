namespace Actors.Mail.Parsing;

/// <summary>What is left of the limits while a message and those within it are read.</summary>
/// <param name="octets">Of the message.</param>
internal sealed class ParsingBudget(int octets)
{
    private long decoded = (long)octets * ParsingLimits.DecodedPerOctetMax;

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

    /// <param name="octets">Of a message within the message, before it is decoded: no encoding makes it longer.</param>
    internal bool TryTakeDecoded(int octets)
    {
        if (octets > decoded)
        {
            Note(MailDefects.TooDeep);
            return false;
        }

        decoded -= octets;
        return true;
    }

    internal void TakeFields(int count) => Fields -= count;
}
