using System.Text;

namespace Actors.Evaluation;

/// <summary>Comma-separated values, the first row being the names of the columns.</summary>
public static class Csv
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string path)
    {
        using var rows = Rows(File.ReadAllText(path)).GetEnumerator();
        if (!rows.MoveNext())
            yield break;
        var names = rows.Current;
        while (rows.MoveNext())
            yield return names.Zip(rows.Current).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r'))
                field.Append(c);
            else if (c != '\r')
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == ',')
                    continue;
                yield return row;
                row = [];
            }
        }

        if (field.Length == 0 && row.Count == 0)
            yield break;
        row.Add(field.ToString());
        yield return row;
    }
}
