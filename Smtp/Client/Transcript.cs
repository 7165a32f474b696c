using System.Globalization;
using System.Text;

namespace Actors.Smtp.Client;

/// <summary>
/// Keeps what was said in one attempt, for support: lines with their time, bounded, passwords taken out by the client
/// and control characters shown as what they are. Safe for many threads.
/// </summary>
/// <param name="linesMax">Lines kept, the first half and the last; those between are counted. 2 or more.</param>
public sealed class Transcript(TimeProvider time, int linesMax = Transcript.LinesMax) : ITranscript
{
    /// <summary>Lines kept where nothing else is said: a transaction has about fifteen.</summary>
    public const int LinesMax = 200;

    /// <summary>Characters kept of one line.</summary>
    public const int LineLengthMax = 512;

    private readonly Lock gate = new();
    private readonly List<string> first = [];
    private readonly Queue<string> last = [];
    private readonly long began = time.GetTimestamp();
    private int omitted;

    public void Sent(SmtpEndpoint endpoint, string line) => Add(endpoint, 'C', line);

    public void Received(SmtpEndpoint endpoint, string line) => Add(endpoint, 'S', line);

    /// <summary>One line each: seconds since the beginning, the server, C for the client or S for the server, and what
    /// it said.</summary>
    public override string ToString()
    {
        lock (gate)
        {
            string[] gap = omitted > 0
                ? [string.Create(CultureInfo.InvariantCulture, $"({omitted} lines left out)")]
                : [];
            return string.Join('\n', first.Concat(gap).Concat(last));
        }
    }

    private void Add(SmtpEndpoint endpoint, char speaker, string line)
    {
        var seconds = time.GetElapsedTime(began).TotalSeconds;
        var entry = string.Create(
            CultureInfo.InvariantCulture, $"{seconds:F3} {Shown(endpoint.ToString())} {speaker}: {Shown(line)}");
        lock (gate)
        {
            if (first.Count < linesMax / 2)
            {
                first.Add(entry);
                return;
            }
            last.Enqueue(entry);
            if (last.Count <= linesMax - (linesMax / 2))
                return;
            last.Dequeue();
            omitted++;
        }
    }

    /// <summary>A server's line may hold anything; what is shown must not move a terminal's cursor.</summary>
    private static string Shown(string line)
    {
        var shown = new StringBuilder();
        foreach (var c in line.AsSpan(0, Math.Min(line.Length, LineLengthMax)))
        {
            if (char.IsControl(c))
                shown.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}");
            else
                shown.Append(c);
        }
        return line.Length > LineLengthMax ? shown.Append('…').ToString() : shown.ToString();
    }
}
