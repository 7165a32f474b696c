using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Messages;

/// <summary>The name a reader may store an attachment under: no path, nothing that turns the text around.</summary>
public sealed record FileName
{
    /// <summary>Beside what turns text around: <c>invoice\u202Efdp.exe</c> reads as <c>invoiceexe.pdf</c>.</summary>
    private static readonly SearchValues<char> DirectionMarks = SearchValues.Create("\u200E\u200F");

    private FileName(string value) => Value = value;

    /// <summary>1 to 255 UTF-16 units without "/" and "\".</summary>
    public string Value { get; }

    /// <summary>Keeps only what follows the last "/" or "\".</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FileName? name)
    {
        name = null;
        if (text is null)
            return false;
        var last = text[(text.AsSpan().LastIndexOfAny('/', '\\') + 1)..].Trim();
        if (last is "" or "." or ".." || last.Length > MessageLimits.FileNameMax
            || !HeaderText.IsPlain(last) || HeaderText.TurnsAround(last) || last.AsSpan().ContainsAny(DirectionMarks))
            return false;
        name = new FileName(last);
        return true;
    }

    public override string ToString() => Value;
}
