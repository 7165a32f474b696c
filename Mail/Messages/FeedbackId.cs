using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Messages;

/// <summary>
/// By what a receiver sums complaints up: up to three identifiers of ours and the sender's, which stays the same.
/// </summary>
/// <remarks>
/// Receivers drop sums that are too small, so none of them may differ from recipient to recipient. Signed with the
/// message, and only one stands in it.
/// </remarks>
public sealed record FeedbackId
{
    public const int SenderMin = 5;
    public const int SenderMax = 15;

    /// <summary>Octets of one identifier; longer ones are cut.</summary>
    public const int PartMax = 64;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    private FeedbackId(string value) => Value = value;

    /// <summary>Four identifiers with colons between them; the first three may be empty.</summary>
    public string Value { get; }

    /// <param name="first">Characters that no identifier may have become "-"; so in the other two.</param>
    /// <param name="sender">See <see cref="IsSender"/>.</param>
    /// <exception cref="ArgumentException">The sender is none.</exception>
    public static FeedbackId Of(string first, string second, string third, string sender) => IsSender(sender)
        ? new FeedbackId($"{Part(first)}:{Part(second)}:{Part(third)}:{sender}")
        : throw new ArgumentException("5 to 15 letters, digits, hyphens, underscores and dots.", nameof(sender));

    /// <summary>5 to 15 letters, digits, hyphens, underscores and dots.</summary>
    public static bool IsSender([NotNullWhen(true)] string? text) =>
        text is { Length: >= SenderMin and <= SenderMax } && !text.AsSpan().ContainsAnyExcept(Allowed);

    public override string ToString() => Value;

    private static string Part(string text)
    {
        var part = text.Length <= PartMax ? text : text[..PartMax];
        return string.Create(part.Length, part, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = Allowed.Contains(from[i]) ? from[i] : '-';
        });
    }
}
