using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Actors.Grains.Ids;

/// <summary>Names a submission's copy for one recipient, the unit of delivery. Shown to customers as
/// <c>rcp_…</c>.</summary>
/// <param name="Submission">What it belongs to.</param>
/// <param name="Recipient">Which of the submission's recipients, counted from 0.</param>
[GenerateSerializer, Immutable, Alias("message-id")]
public readonly record struct MessageId(SubmissionId Submission, int Recipient)
{
    public const string Prefix = "rcp_";

    /// <summary>The form in keys: the submission's 26 characters, a hyphen, the number of the recipient.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Submission.Value}-{Recipient}");

    /// <summary>Reads the form with the prefix.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out MessageId id)
    {
        id = default;
        return text is not null && text.StartsWith(Prefix, StringComparison.Ordinal) &&
            TryParseKey(text.AsSpan(Prefix.Length), out id);
    }

    public static bool TryParseKey(ReadOnlySpan<char> key, out MessageId id)
    {
        id = default;
        if (key.Length is < SortableId.Length + 2 or > SortableId.Length + 7 || key[SortableId.Length] != '-')
            return false;
        var submission = key[..SortableId.Length];
        if (!SortableId.IsValid(submission) || !int.TryParse(
                key[(SortableId.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var recipient))
            return false;
        id = new MessageId(SubmissionId.FromKey(submission.ToString()), recipient);
        return true;
    }

    public override string ToString() => Prefix + Key;
}
