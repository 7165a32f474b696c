using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Actors.Mail.Parsing;
using Actors.Mail.Reports.Notices;

namespace Actors.Mail.Reports.ReturnPaths;

/// <summary>
/// Return paths that a feedback report tells of the message it is about: wherever they stand in its fields
/// (Original-Mail-From, RFC 5965 §3.2) and in the header of the message that is given back (Return-Path, Received,
/// Message-ID). They prove themselves, so that the place needs no trust.
/// </summary>
public static class ReturnPathMentions
{
    /// <summary>Further ones are left unread.</summary>
    public const int MentionsMax = 16;

    private static readonly SearchValues<char> InWord =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <returns>What has the form, each once, those of the report's fields first.</returns>
    public static ImmutableArray<ReturnPathToken> In(ParsedMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var found = new Dictionary<string, ReturnPathToken>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in Notice.OwnParts(mail))
            if (part.Type.Value == "message/feedback-report")
                Read(Head(part.Text()), found);
        if (OriginalMessage.In(mail) is { } original)
            foreach (var field in original.Fields)
                Read(Head(Encoding.Latin1.GetString(original.Value(field))), found);
        return [.. found.Values];
    }

    private static ReadOnlySpan<char> Head(string text) =>
        text.AsSpan(0, Math.Min(text.Length, ReportLimits.NoticeMax));

    private static void Read(ReadOnlySpan<char> text, Dictionary<string, ReturnPathToken> found)
    {
        for (var at = 0; at < text.Length && found.Count < MentionsMax; at++)
        {
            var end = text[at..].IndexOfAnyExcept(InWord);
            var word = end < 0 ? text[at..] : text.Slice(at, end);
            if (ReturnPathToken.TryParse(word, out var token))
                found.TryAdd(word.ToString(), token);
            at += word.Length;
        }
    }
}
