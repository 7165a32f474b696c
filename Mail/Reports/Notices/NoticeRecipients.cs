using System.Text;

namespace Actors.Mail.Reports.Notices;

/// <summary>Whom a notice names, each with what stands beside and below the name.</summary>
internal sealed class NoticeRecipients
{
    /// <summary>What may stand before an address that begins a line.</summary>
    private const string Decoration = " \t<\"'*->|[(•:.";

    private readonly string[] lines;
    private readonly List<Place> places;
    private readonly Dictionary<int, string> listed = []; // by their lines, addresses that begin one
    private readonly Dictionary<string, string> diagnostics = new(StringComparer.OrdinalIgnoreCase); // by address

    private NoticeRecipients(string[] lines, List<Place> places)
    {
        this.lines = lines;
        this.places = places;
        foreach (var place in places.Where(place => place.Listed))
            listed.TryAdd(place.Line, place.Address);
        foreach (var place in places.Where(place => place.Listed))
        {
            if (!diagnostics.ContainsKey(place.Address) && Below(place) is { Length: > 0 } found)
                diagnostics.Add(place.Address, found);
        }
    }

    /// <param name="Listed">
    /// The address begins its line, and is indented no further than the one that its paragraph began with: what
    /// continues a line may begin with an address, too.
    /// </param>
    /// <param name="End">Where what is said of it begins: behind the last of several in a row.</param>
    /// <param name="Colon">A colon follows it: what the line goes on to say is about it.</param>
    internal readonly record struct Place(string Address, int Line, int End, bool Listed, bool Colon);

    /// <summary>In their order, each address as often as it occurs.</summary>
    internal IReadOnlyList<Place> Places => places;

    internal static NoticeRecipients In(string[] lines)
    {
        var places = new List<Place>();
        var margin = int.MaxValue; // how far the first that is listed in this paragraph is indented
        for (var i = 0; i < lines.Length && places.Count < ReportLimits.RecipientsMax; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                margin = int.MaxValue;
            var indent = lines[i].Length - lines[i].AsSpan().TrimStart().Length;
            foreach (var run in Runs(lines[i]))
            {
                var end = run[^1].End;
                var after = lines[i].AsSpan(end).TrimStart(">\"')").TrimStart();
                var isColon = after.StartsWith(":") || after.StartsWith("...");
                var isListed = lines[i].AsSpan(0, run[0].Start).Trim(Decoration).IsEmpty && indent <= margin;
                margin = isListed ? Math.Min(margin, indent) : margin;
                places.AddRange(run.Select(one => new Place(one.Address, i, end, isListed, isColon)));
            }
        }

        return new NoticeRecipients(lines, places);
    }

    /// <summary>Addresses of a line with nothing but commas between them, which are spoken of together.</summary>
    private static List<List<AddressInText>> Runs(string line)
    {
        var runs = new List<List<AddressInText>>();
        foreach (var found in AddressInText.In(line))
        {
            var isNext = runs is [.., [.., var last]] && found.Start > last.End
                && line.AsSpan(last.End, found.Start - last.End).IndexOfAny(",;") >= 0
                && line.AsSpan(last.End, found.Start - last.End).Trim(Decoration + ",;").IsEmpty;
            if (isNext)
                runs[^1].Add(found);
            else
                runs.Add([found]);
        }

        return runs;
    }

    /// <summary>The words about an address: null where there are none.</summary>
    internal string? DiagnosticOf(string? address) =>
        address is null ? null : diagnostics.GetValueOrDefault(address);

    /// <summary>Whether it begins a line.</summary>
    internal bool IsListed(string address) => listed.Values.Contains(address, StringComparer.OrdinalIgnoreCase);

    private bool BeginsAnother(int line, string address) => listed.TryGetValue(line, out var named)
        && !named.Equals(address, StringComparison.OrdinalIgnoreCase);

    /// <summary>Rules and headings say nothing.</summary>
    private static bool HasWords(string line) =>
        line.Any(char.IsLetterOrDigit) && !line.AsSpan().TrimEnd().EndsWith("details:");

    /// <summary>The rest of the line and the paragraph below, up to the next address that begins a line.</summary>
    private string Below(Place place)
    {
        var text = new StringBuilder();
        text.Append(lines[place.Line].AsSpan(place.End).TrimStart(" >\"')]:;,.").Trim());
        for (var i = place.Line + 1; i < lines.Length && text.Length < ReportLimits.DiagnosticMax; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                if (text.Length > 0)
                    break;
                continue;
            }

            if (BeginsAnother(i, place.Address))
                break;
            if (!HasWords(lines[i]))
                continue;
            if (text.Length > 0)
                text.Append('\n');
            text.Append(lines[i].AsSpan().Trim());
        }

        return ReportText.Cleaned(text.ToString(), ReportLimits.DiagnosticMax);
    }
}
