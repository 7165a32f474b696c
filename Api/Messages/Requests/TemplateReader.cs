using Actors.Api.Json;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;

namespace Actors.Api.Messages.Requests;

/// <summary>Reads which template a message is made of, and with what.</summary>
internal static class TemplateReader
{
    private static readonly FieldTable Table = new("id", "version", "variables");

    public static MailTemplate? Template(ref JsonCursor json)
    {
        if (!json.BeginObject())
            return null;
        string? id = null, values = null;
        int? version = null;
        var seen = 0u;
        while (json.NextField(Table, ref seen) is >= 0 and var field)
        {
            switch (Table.Names[field])
            {
                case "id": id = TextReader.Line(ref json, EmailLimits.NameLengthMax); break;
                case "version": version = Version(ref json); break;
                case "variables":
                    if (json.IsObject)
                        values = json.Raw();
                    else
                        json.WrongType("an object");
                    break;
            }

            json.Errors.Leave();
        }

        if ((seen & 1) == 0)
            json.Errors.Add("id", "missing", "The field is required.");
        return new MailTemplate(id ?? "", version, values);
    }

    private static int? Version(ref JsonCursor json)
    {
        if (json.TryInteger(out var version) && version > 0)
            return version;
        json.WrongType("a number of a version");
        return null;
    }
}
