using System.Text;
using Actors.Grains.Domains;

namespace Actors.Api.Domains;

/// <summary>A domain's records as files for who administers it.</summary>
internal static class RecordTexts
{
    private const int TtlSeconds = 3600;

    /// <summary>RFC 4180, every field quoted.</summary>
    public static string Csv(DomainView view)
    {
        var text = new StringBuilder("name,type,value,required,state,found\r\n");
        foreach (var record in view.Records)
            text.AppendJoin(',', new[]
            {
                record.Name, record.Type, record.Value, record.IsRequired ? "yes" : "no",
                record.State.ToString().ToLowerInvariant(), record.Found ?? "",
            }.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        return text.ToString();
    }

    /// <summary>Lines of a zone file (RFC 1035 §5). The SPF record is a proposal: a domain has one at most.</summary>
    public static string Zone(DomainView view)
    {
        var text = new StringBuilder();
        foreach (var record in view.Records)
        {
            var value = record.Type == "TXT" ? $"\"{record.Value}\"" : record.Value + ".";
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"{record.Name}. {TtlSeconds} IN {record.Type} {value}\n");
        }
        return text.ToString();
    }
}
