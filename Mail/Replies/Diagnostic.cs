namespace Actors.Mail.Replies;

/// <summary>What can be read of a failure from text of any kind, or is known of it otherwise.</summary>
/// <param name="Code">400 to 599; null where none is known.</param>
/// <param name="Status">Of class 4 or 5; null where none is known.</param>
/// <param name="Stage">Unknown where the text is left to tell it.</param>
public sealed record Diagnostic(string Text, int? Code, EnhancedStatusCode? Status, ReplyStage Stage)
{
    /// <summary>
    /// Finds reply code and status wherever they stand: behind "said:", "smtp;", "#", in brackets, on a later line.
    /// </summary>
    public static Diagnostic Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var codes = CodeScanner.Scan(text.AsSpan(0, Math.Min(text.Length, ReplyLimits.ClassifiedTextMax)));
        return new Diagnostic(text, codes.Code, codes.Status, ReplyStage.Unknown) { At = codes.At };
    }

    /// <summary>A reply whose code and status are known for certain.</summary>
    /// <exception cref="ArgumentException">The reply is no failure.</exception>
    public static Diagnostic Of(Reply reply, ReplyStage stage = ReplyStage.Unknown)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.IsPositive)
            throw new ArgumentException("Not a failure.", nameof(reply));
        var status = reply.Status ?? CodeScanner.Scan(reply.Text).Status;
        return new Diagnostic(reply.Text, reply.Code, status, stage);
    }

    /// <summary>Where in the text the reply code was found, or 0.</summary>
    internal int At { get; private init; }

    /// <summary>Null where neither code nor status tells it.</summary>
    internal bool? IsPermanent => (Code / 100 ?? Status?.Class) switch
    {
        4 => false,
        5 => true,
        _ => null,
    };
}
