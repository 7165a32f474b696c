using System.Text;

namespace Actors.Mail.Reports;

/// <summary>Fields of one group, by name without case, in their order.</summary>
internal sealed class FieldGroup
{
    private readonly List<(string Name, StringBuilder Value)> fields = [];

    internal bool IsEmpty => fields.Count == 0;

    /// <summary>The first of that name, unfolded; null where there is none.</summary>
    internal string? this[string name] => All(name).FirstOrDefault();

    internal bool Has(string name) => this[name] is not null;

    internal IEnumerable<string> All(string name) => fields
        .Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(field => field.Value.ToString().Trim());

    internal void Add(string name, string value) => fields.Add((name, new StringBuilder(value)));

    /// <summary>A line that begins with white space belongs to the field before it.</summary>
    internal void Continue(ReadOnlySpan<char> line)
    {
        if (fields.Count > 0 && fields[^1].Value.Length < ReportLimits.DiagnosticMax)
            fields[^1].Value.Append(' ').Append(line.Trim());
    }
}
