using System.Text;

namespace Actors.Mail.Reports.ReturnPaths;

/// <summary>Where the fields of a return path stand. Forms that were in use stay readable.</summary>
internal sealed class ReturnPathForm
{
    /// <summary>Without contact and account. No longer made.</summary>
    internal static readonly ReturnPathForm First = new("r1", "return path, form 1\0", 5, 3, 0, 12);

    internal static readonly ReturnPathForm Second = new("r2", "return path, form 2\0", 4, 2, 7, 8);

    internal const int TagAt = 1;
    internal const int ContactLength = 6;
    private const int SubmissionLength = 16;

    private ReturnPathForm(string name, string purpose, int tag, int recipient, int rest, int mac)
    {
        Name = name;
        Purpose = Encoding.ASCII.GetBytes(purpose);
        SubmissionAt = TagAt + tag;
        RecipientAt = SubmissionAt + SubmissionLength;
        ContactAt = RecipientAt + recipient;
        MacAt = ContactAt + rest;
        OctetsLength = MacAt + mac;
        Length = name.Length + Base32.LengthOf(OctetsLength);
    }

    /// <summary>What the text begins with.</summary>
    internal string Name { get; }

    /// <summary>What the MAC is over first: no octets of one form are those of another.</summary>
    internal byte[] Purpose { get; }

    internal int SubmissionAt { get; }

    internal int RecipientAt { get; }

    /// <summary>Behind the recipient: the contact and the account's octet, or nothing.</summary>
    internal int ContactAt { get; }

    internal int MacAt { get; }

    internal int OctetsLength { get; }

    /// <summary>Characters of the text.</summary>
    internal int Length { get; }

    internal bool HasContact => MacAt > ContactAt;
}
