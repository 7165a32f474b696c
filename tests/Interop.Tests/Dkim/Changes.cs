using System.Text;
using System.Text.RegularExpressions;

namespace Actors.Interop.Tests.Dkim;

/// <summary>Changes of a signed message, each octet a character.</summary>
internal static partial class Changes
{
    private const string End = "\r\n\r\n";

    /// <summary>Names that h= of the message lists and the message has.</summary>
    public static string[] SignedNames(string message) =>
        [.. Names().Match(message).Groups[1].Value.Replace("\r\n\t", "", StringComparison.Ordinal).Split(':')
            .Distinct().Where(name => At(message, name) >= 0)];

    /// <summary>Names that h= lists more often than they are there.</summary>
    public static string[] SealedNames(string message) =>
        [.. Names().Match(message).Groups[1].Value.Replace("\r\n\t", "", StringComparison.Ordinal).Split(':')
            .GroupBy(name => name).Where(group => group.Count() > Count(message, group.Key))
            .Select(group => group.Key)];

    /// <summary>Another letter in the value of a field.</summary>
    public static string Letter(string message, string name)
    {
        var (start, end) = Value(message, name);
        var at = IndexOf(message, start, end, char.IsAsciiLetterOrDigit);
        return at < 0 ? message.Insert(start, " y") : With(message, at, message[at] == 'q' ? 'z' : 'q');
    }

    public static string Removed(string message, string name) =>
        message.Remove(At(message, name), Value(message, name).End + 2 - At(message, name));

    /// <summary>Another field of the name, on top.</summary>
    public static string Added(string message, string name) =>
        $"{name}: {(name == "date" ? "Mon, 9 Mar 2026 09:00:00 +0000" : "other@example.net")}\r\n{message}";

    /// <summary>A change of the body that its relaxed form shows.</summary>
    public static string Body(string message, Random random)
    {
        var body = message.IndexOf(End, StringComparison.Ordinal) + End.Length;
        var letters = Enumerable.Range(body, message.Length - body)
            .Where(i => char.IsAsciiLetterOrDigit(message[i])).ToArray();
        var kind = letters.Length == 0 ? 0 : random.Next(5);
        var at = letters.Length == 0 ? 0 : letters[random.Next(letters.Length)];
        return kind switch
        {
            0 => message + "more\r\n",
            1 => With(message, at, message[at] == 'q' ? 'z' : 'q'),
            2 => message.Insert(at, "w"),
            3 => message.Insert(body, "\r\n"),
            _ => message.Remove(at, 1),
        };
    }

    /// <summary>A change of the header or the body that no relaxed form shows.</summary>
    public static string Harmless(string message, Random random)
    {
        var names = SignedNames(message);
        var name = names[random.Next(names.Length)];
        var (start, end) = Value(message, name);
        var at = At(message, name);
        var body = message.IndexOf(End, StringComparison.Ordinal) + End.Length;
        var space = message.IndexOf(' ', body);
        return random.Next(8) switch
        {
            0 => With(message, at, (char)(message[at] ^ 0x20)), // the other case
            1 => message.Insert(end, " \t"),
            2 => message.Insert(start, "\r\n\t"),
            3 when Space(message, start + 1, end) is var fold and > 0 => message.Insert(fold, "\r\n"),
            4 => "X-Spam-Status: No, score=-1.0\r\n" + message,
            5 => message + "\r\n \r\n\t\r\n",
            6 when space > 0 => message.Insert(space, "\t "),
            7 when message.IndexOf("\r\n", body, StringComparison.Ordinal) is var line and > 0 =>
                message.Insert(line, "  "),
            _ => "Received: from a by b; Mon, 9 Mar 2026 08:05:07 +0000\r\n" + message,
        };
    }

    /// <returns>Where the lowest field of the name begins; -1 when there is none.</returns>
    private static int At(string message, string name)
    {
        var header = message[..(message.IndexOf(End, StringComparison.Ordinal) + 2)];
        var at = header.LastIndexOf($"\r\n{name}:", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? -1 : at + 2;
    }

    private static int Count(string message, string name) => Regex.Count(
        message[..message.IndexOf(End, StringComparison.Ordinal)], $"^{name}:",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static (int Start, int End) Value(string message, string name)
    {
        var start = At(message, name) + name.Length + 1;
        var end = message.IndexOf("\r\n", start, StringComparison.Ordinal);
        while (message[end + 2] is ' ' or '\t')
            end = message.IndexOf("\r\n", end + 2, StringComparison.Ordinal);
        return (start, end);
    }

    /// <returns>A space that does not begin a line; -1 when there is none.</returns>
    private static int Space(string message, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (message[i] == ' ' && message[i - 1] != '\n')
                return i;
        return -1;
    }

    private static int IndexOf(string message, int start, int end, Func<char, bool> wanted)
    {
        for (var i = start; i < end; i++)
            if (wanted(message[i]))
                return i;
        return -1;
    }

    private static string With(string message, int at, char other) =>
        new StringBuilder(message) { [at] = other }.ToString();

    [GeneratedRegex(@"\bh=([a-z:\r\n\t-]+);")]
    private static partial Regex Names();
}
