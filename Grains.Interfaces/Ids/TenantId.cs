using System.Diagnostics.CodeAnalysis;

namespace Actors.Grains.Ids;

/// <summary>Names a tenant: 1 to 40 of <c>a-z 0-9 -</c>, beginning with a letter. Comes from a credential
/// only.</summary>
[GenerateSerializer, Immutable, Alias("tenant-id")]
public readonly record struct TenantId
{
    public const int LengthMax = 40;

    private TenantId(string value) => Value = value;

    [Id(0)] public string Value { get; init; }

    public static bool TryParse([NotNullWhen(true)] string? text, out TenantId id)
    {
        var valid = text is { Length: > 0 and <= LengthMax } && char.IsAsciiLetterLower(text[0]) &&
            text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        id = valid ? new TenantId(text!) : default;
        return valid;
    }

    public static TenantId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no tenant id");

    public override string ToString() => Value;
}
