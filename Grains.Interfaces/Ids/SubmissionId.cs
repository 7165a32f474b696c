using System.Diagnostics.CodeAnalysis;

namespace Actors.Grains.Ids;

/// <summary>Names what a client handed in, however many recipients it has. Shown to customers as
/// <c>msg_…</c>.</summary>
[GenerateSerializer, Immutable, Alias("submission-id")]
public readonly record struct SubmissionId
{
    public const string Prefix = "msg_";

    private SubmissionId(string value) => Value = value;

    /// <summary>26 letters and digits, see <see cref="SortableId"/>; without the prefix.</summary>
    [Id(0)] public string Value { get; init; }

    public static SubmissionId Create(DateTimeOffset now, ReadOnlySpan<byte> chance) =>
        new(SortableId.Create(now, chance));

    /// <summary>Reads the form with the prefix.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SubmissionId id)
    {
        var valid = text is not null && text.StartsWith(Prefix, StringComparison.Ordinal) &&
            SortableId.IsValid(text.AsSpan(Prefix.Length));
        id = valid ? new SubmissionId(text![Prefix.Length..]) : default;
        return valid;
    }

    /// <summary>Reads the bare form, as keys and rows hold it.</summary>
    public static SubmissionId FromKey(string value) => SortableId.IsValid(value)
        ? new SubmissionId(value)
        : throw new FormatException($"'{value}' is no submission id");

    public override string ToString() => Prefix + Value;
}
