using System.Text;
using System.Text.Json.Nodes;

namespace Actors.Crash.Imports;

/// <summary>A file, and what has to come of it.</summary>
/// <param name="Name">Its idempotency key too.</param>
/// <param name="IsJson">JSON lines; else CSV.</param>
internal sealed record ImportFile(string Name, bool IsBlacklist, bool IsJson, IReadOnlyList<FileRow> Rows)
{
    /// <summary>That all contacts of all files join.</summary>
    public const string List = "news";

    public const string Detail = "row";

    private byte[]? content;

    public ReadOnlyMemory<byte> Content => content ??= Encoding.UTF8.GetBytes(IsJson ? Json() : Csv());

    /// <summary>What stands at last in each that it alone makes.</summary>
    public IReadOnlyDictionary<string, string> Made
    {
        get
        {
            var made = new Dictionary<string, string>();
            foreach (var row in Rows.Where(row => row.End is RowEnd.Creates or RowEnd.Updates))
                made[row.Subject] = row.Says;
            return made;
        }
    }

    /// <summary>Rows that cannot be read, as they are numbered for people.</summary>
    public IEnumerable<long> Wrong =>
        Enumerable.Range(0, Rows.Count).Where(at => Rows[at].End == RowEnd.Fails).Select(NumberOf);

    public int Count(RowEnd end) => Rows.Count(row => row.End == end);

    /// <summary>Where lines are headed, the heading is the first.</summary>
    private long NumberOf(int at) => at + (IsJson ? 1 : 2);

    private string Csv() => string.Concat(
        [IsBlacklist ? "email,domain,note\n" : $"email,{Detail}\n", .. Rows.Select(row => CsvOf(row) + "\n")]);

    private string CsvOf(FileRow row) =>
        !IsBlacklist ? $"{row.Subject},{row.Says}"
        : row.IsDomain ? $",{row.Subject},{row.Says}"
        : $"{row.Subject},,{row.Says}";

    private string Json() => string.Concat(Rows.Select(row => JsonOf(row).ToJsonString() + "\n"));

    private JsonObject JsonOf(FileRow row) => IsBlacklist
        ? new JsonObject { [row.IsDomain ? "domain" : "email"] = row.Subject, ["note"] = row.Says }
        : new JsonObject { ["email"] = row.Subject, ["details"] = new JsonObject { [Detail] = row.Says } };
}
