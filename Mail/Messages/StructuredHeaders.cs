namespace Actors.Mail.Messages;

/// <summary>The headers a sender may add whose values programs read, so that they have to be right.</summary>
internal static class StructuredHeaders
{
    internal static bool Has(string name) => IsIdentifiers(name) || IsAutoSubmitted(name);

    /// <returns>Why the value cannot be; null where it can, and for a header of free text.</returns>
    internal static string? Problem(string name, string value) =>
        IsIdentifiers(name) && !AreIdentifiers(value)
            ? $"The value of {name} must be message identifiers, each in angle brackets, with spaces between them."
        : IsAutoSubmitted(name) && value is not ("no" or "auto-generated" or "auto-replied" or "auto-notified")
            ? $"The value of {name} must be no, auto-generated, auto-replied or auto-notified."
        : null;

    private static bool IsIdentifiers(string name) =>
        Is(name, "In-Reply-To") || Is(name, "References");

    private static bool IsAutoSubmitted(string name) => Is(name, "Auto-Submitted");

    private static bool AreIdentifiers(string value)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0
            && Array.TrueForAll(words, word => word is ['<', .., '>'] && MessageId.TryParse(word, out _));
    }

    private static bool Is(string name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);
}
