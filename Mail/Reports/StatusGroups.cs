namespace Actors.Mail.Reports;

/// <summary>
/// Groups of fields, a blank line between them (RFC 3464 §2.1, RFC 5965 §3.1), read tolerantly: lines that are no
/// fields are passed over, and a second Final-Recipient begins a group of its own.
/// </summary>
internal static class StatusGroups
{
    private const int FieldsMax = 10_000;

    internal static IReadOnlyList<FieldGroup> Read(string text)
    {
        var groups = new List<FieldGroup>();
        var group = new FieldGroup();
        var fields = 0;
        if (text.Length > ReportLimits.StatusPartMax)
            text = text[..ReportLimits.StatusPartMax];
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Trim().IsEmpty)
                Close(groups, ref group);
            else if (line[0] is ' ' or '\t')
                group.Continue(line);
            else if (TrySplit(line, out var name, out var value) && fields++ < FieldsMax)
            {
                if (BeginsRecipient(name) && group.Has(name))
                    Close(groups, ref group);
                group.Add(name, value);
            }
        }

        Close(groups, ref group);
        return groups;
    }

    /// <summary>The first value of that name in any group, cleaned; null where there is none.</summary>
    internal static string? First(IReadOnlyList<FieldGroup> groups, string name)
    {
        foreach (var group in groups)
        {
            if (group[name] is { } value)
                return ReportText.FieldOrNull(value);
        }

        return null;
    }

    private static bool BeginsRecipient(string name) =>
        name.Equals("Final-Recipient", StringComparison.OrdinalIgnoreCase);

    private static void Close(List<FieldGroup> groups, ref FieldGroup group)
    {
        if (!group.IsEmpty)
            groups.Add(group);
        group = group.IsEmpty ? group : new FieldGroup();
    }

    private static bool TrySplit(ReadOnlySpan<char> line, out string name, out string value)
    {
        var colon = line.IndexOf(':');
        var isField = colon > 0 && !line[..colon].TrimEnd().ContainsAny(" \t<>@");
        name = isField ? line[..colon].TrimEnd().ToString() : "";
        value = isField ? line[(colon + 1)..].Trim().ToString() : "";
        return isField;
    }
}
