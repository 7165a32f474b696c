namespace Actors.Mail.Parsing;

/// <summary>What a part says it is (RFC 2045 §5.1). Without a usable type it is text/plain (§5.2).</summary>
public sealed class ContentType
{
    private ContentType(string value, HeaderParameters parameters)
    {
        Value = value;
        Parameters = parameters;
    }

    /// <summary>Lower-case "type/subtype".</summary>
    public string Value { get; }

    public HeaderParameters Parameters { get; }

    public bool IsMultipart => Value.StartsWith("multipart/", StringComparison.Ordinal);

    public bool IsText => Value.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>A whole message, in the form of RFC 5322 or RFC 6532.</summary>
    public bool IsMessage => Value is "message/rfc822" or "message/global" or "message/news";

    public override string ToString() => Value;

    internal static ContentType Of(HeaderBlock headers, bool inDigest)
    {
        var text = headers.Find("Content-Type"u8);
        var stop = text.AsSpan().IndexOfAny(" \t;(");
        var type = (stop < 0 ? text ?? "" : text![..stop]).ToLowerInvariant();
        var slash = type.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || slash == type.Length - 1)
            type = inDigest && text is null ? "message/rfc822" : "text/plain";
        return new ContentType(type, HeaderParameters.Parse(text));
    }
}
