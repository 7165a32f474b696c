using System.Globalization;

namespace Actors.Crash.Calls;

/// <summary>Reads what <c>strace -f -y</c> writes, and joins calls that another thread's call interrupted.</summary>
public static class CallLog
{
    private const string Unfinished = "<unfinished ...>";
    private const string Resumed = " resumed>";

    public static IReadOnlyList<SystemCall> Read(IEnumerable<string> lines)
    {
        var calls = new List<SystemCall>();
        var open = new Dictionary<string, (int Line, string Text)>();
        var at = 0;
        foreach (var line in lines)
        {
            at++;
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0)
                continue;
            var (thread, text) = (line[..space], line[space..].TrimStart());
            if (text.EndsWith(Unfinished, StringComparison.Ordinal))
                open[thread] = (at, text[..^Unfinished.Length].TrimEnd());
            else if (text.StartsWith("<... ", StringComparison.Ordinal))
            {
                var rest = text[(text.IndexOf(Resumed, StringComparison.Ordinal) + Resumed.Length)..];
                if (open.Remove(thread, out var begun))
                    calls.Add(Call(begun.Line, at, begun.Text + rest));
            }
            else if (char.IsAsciiLetterLower(text[0]))
                calls.Add(Call(at, at, text));
        }
        calls.AddRange(open.Values.Select(begun => Call(begun.Line, int.MaxValue, begun.Text + ") = -1")));
        calls.Sort((a, b) => a.Began.CompareTo(b.Began));
        return calls;
    }

    private static SystemCall Call(int began, int ended, string text)
    {
        var name = text[..text.IndexOf('(', StringComparison.Ordinal)];
        var result = text.LastIndexOf(") ", StringComparison.Ordinal);
        var arguments = text[(name.Length + 1)..result];
        return new SystemCall(began, ended, name, PathOf(arguments), arguments, ResultOf(text[result..]));
    }

    /// <summary>Of <c>7&lt;/data/actors.db-wal&gt;, …</c>.</summary>
    private static string PathOf(string arguments)
    {
        var digits = arguments.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || arguments[digits] != '<')
            return "";
        var end = arguments.IndexOf('>', digits);
        return end < 0 ? "" : arguments[(digits + 1)..end];
    }

    /// <summary>Of <c>) = 8216</c> or <c>) = -1 EIO (Input/output error) (INJECTED)</c>.</summary>
    private static long ResultOf(string text)
    {
        var number = text.AsSpan(text.IndexOf('=', StringComparison.Ordinal) + 1).TrimStart();
        var end = number.IndexOf(' ');
        return long.TryParse(end < 0 ? number : number[..end], CultureInfo.InvariantCulture, out var value)
            ? value
            : -1;
    }
}
