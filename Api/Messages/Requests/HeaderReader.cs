using System.Collections.Immutable;
using Actors.Api.Json;
using Actors.Grains.Submissions;
using Actors.Mail.Messages;

namespace Actors.Api.Messages.Requests;

/// <summary>Reads the headers a client adds. Those that the platform sets itself are refused.</summary>
internal static class HeaderReader
{
    public static ImmutableArray<MailHeader> Headers(ref JsonCursor json)
    {
        if (!json.BeginObject())
            return [];
        var headers = ImmutableArray.CreateBuilder<MailHeader>();
        for (var i = 0; json.NextEntry(out var name); i++)
        {
            json.Errors.Enter(name);
            if (i == SubmissionLimits.HeadersMax)
                json.Errors.Add("too_many", $"There may be {SubmissionLimits.HeadersMax} headers.");
            if (i >= SubmissionLimits.HeadersMax)
                json.Skip();
            else
                Add(ref json, headers, name);
            json.Errors.Leave();
        }

        return headers.ToImmutable();
    }

    private static void Add(ref JsonCursor json, ImmutableArray<MailHeader>.Builder headers, string name)
    {
        if (!json.IsString)
        {
            json.WrongType("a text");
            return;
        }

        if (!json.TryText(MessageLimits.HeaderValueMax, out var text))
            return;
        if (!ExtraHeader.TryCreate(name, text, out var header, out var problem))
            json.Errors.Add(
                text.AsSpan().ContainsAny(TextRules.Controls) ? "control_character" : "header_not_allowed", problem);
        else if (headers.Any(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            json.Errors.Add("duplicate_field", "The header is given twice.");
        else
            headers.Add(new MailHeader(header.Name.Value, header.Value.Value));
    }
}
