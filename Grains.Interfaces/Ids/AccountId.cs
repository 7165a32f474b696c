using System.Diagnostics.CodeAnalysis;

namespace Actors.Grains.Ids;

/// <summary>Names an SMTP account within its tenant: <c>acc_</c> and 1 to 40 of <c>a-z 0-9 - _</c>.</summary>
[GenerateSerializer, Immutable, Alias("account-id")]
public readonly record struct AccountId
{
    public const string Prefix = "acc_";

    private AccountId(string value) => Value = value;

    [Id(0)] public string Value { get; init; }

    public static bool TryParse([NotNullWhen(true)] string? text, out AccountId id)
    {
        var valid = text is { Length: > 4 and <= 44 } && text.StartsWith(Prefix, StringComparison.Ordinal) &&
            text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');
        id = valid ? new AccountId(text!) : default;
        return valid;
    }

    public static AccountId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no account id");

    public override string ToString() => Value;
}
