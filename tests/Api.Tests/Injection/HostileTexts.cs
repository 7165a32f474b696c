using System.Collections.Immutable;

namespace Actors.Api.Tests.Injection;

/// <summary>What somebody writes into a field who wants a header field, a part or a message of their own.</summary>
internal static class HostileTexts
{
    private const string Wanted = "Bcc: eve@example.net";

    /// <summary>Ends of lines and what has been taken for them, characters cut to their last octet included.</summary>
    private static readonly string[] Breaks =
    [
        "\r\n", "\r", "\n", "\n\n", "\r\n\r\n", "\r\n ", "\r\n\t", "\0", "\u0085", "\u2028", "\u2029", "\v", "\f",
        "\u001B", "\u007F", "\u001E", "\t", "\u560D\u560A", "\u010D\u010A", "%0d%0a", "\\r\\n", "&#13;&#10;",
    ];

    /// <summary>Encodings that a reader further on may undo.</summary>
    private static readonly string[] Disguises =
    [
        "=?utf-8?Q?=0D=0ABcc:_eve@example.net?=", "=?utf-8?B?DQpCY2M6IGV2ZUBleGFtcGxlLm5ldA==?=",
        "=?utf-7?Q?+AA0ACg-Bcc:?=", "=?iso-8859-1?Q?=0A?=", "+AA0ACg-Bcc: eve@example.net",
        "utf-8''%0D%0ABcc:%20eve@example.net", "\"; name*=utf-8''%0D%0A", "\"\r\nX-Evil: 1", "\\\"\\\r\\\n",
        "<eve@example.net>", ">, <eve@example.net>", "\u202Egpj.exe", "\uFEFF", "--=_", "{{order}}", "=\r\n", "()",
        "(\r\n)", "\"\"", ";;;", new string('x', 2_000), string.Concat(Enumerable.Repeat("x ", 1_000)),
    ];

    public static ImmutableArray<string> All { get; } =
        [.. Breaks.SelectMany(one => new[] { one, one + Wanted, one + one + Wanted + one }), .. Disguises];

    /// <summary>The text alone, and about and within one that is right.</summary>
    public static IEnumerable<string> Around(string right, string hostile)
    {
        yield return hostile;
        yield return hostile + right;
        yield return right + hostile;
        yield return right[..(right.Length / 2)] + hostile + right[(right.Length / 2)..];
    }
}
