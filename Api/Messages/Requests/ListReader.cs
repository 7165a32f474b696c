using Actors.Api.Json;
using Actors.Grains.Contacts;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Api.Messages.Requests;

/// <summary>Reads what a message says of the list it goes to.</summary>
internal static class ListReader
{
    private static readonly FieldTable Table = new("url", "mailto", "one_click");

    /// <remarks>A url with a placeholder is looked at when its values are known.</remarks>
    public static MailListUnsubscribe? Unsubscribe(ref JsonCursor json)
    {
        if (!json.BeginObject())
            return null;
        string? url = null, mailto = null;
        var oneClick = false;
        var seen = 0u;
        while (json.NextField(Table, ref seen) is >= 0 and var field)
        {
            switch (Table.Names[field])
            {
                case "url": url = TextReader.Line(ref json, MessageLimits.UnfoldableRunMax); break;
                case "mailto": mailto = TextReader.Line(ref json, MessageLimits.UnfoldableRunMax); break;
                case "one_click": oneClick = TextReader.Flag(ref json); break;
            }

            json.Errors.Leave();
        }

        var wrong = ((seen & 1) != 0 && url is null) || ((seen & 2) != 0 && mailto is null); // told already
        var isTemplate = url?.Contains("{{", StringComparison.Ordinal) == true;
        if (!wrong && !isTemplate && !ListUnsubscribe.TryCreate(url, mailto, oneClick, out _, out var problem))
            json.Errors.Add("invalid_unsubscribe", problem);
        return new MailListUnsubscribe(url, mailto, oneClick);
    }

    /// <returns>As its header has it.</returns>
    public static string? Id(ref JsonCursor json)
    {
        if (TextReader.Line(ref json, MessageLimits.ListIdMax + AddressLimits.DisplayNameMax) is not { } text)
            return null;
        if (ListId.TryParse(text, out var id))
            return id.ToString();
        json.Errors.Add("invalid_list_id", "A list_id is a name with a dot such as news.shop.example, or one in <>.");
        return null;
    }

    /// <summary>What on the blacklist a message is sent in spite of.</summary>
    public static Bypasses Bypasses(ref JsonCursor json)
    {
        var bypass = Grains.Contacts.Bypasses.None;
        if (!json.BeginArray())
            return bypass;
        for (var i = 0; json.NextElement(); i++)
        {
            json.Errors.Enter(i);
            bypass |= Bypass(ref json);
            json.Errors.Leave();
        }

        return bypass;
    }

    private static Bypasses Bypass(ref JsonCursor json)
    {
        const int LongerThanAny = 32;
        if (TextReader.Line(ref json, LongerThanAny) is not { } text)
            return Grains.Contacts.Bypasses.None;
        if (!ContactNames.TryParse(text, out Bypasses bypass))
            json.Errors.Add(
                "unknown_value",
                text == "complaint"
                    ? "Nothing is sent in spite of a complaint."
                    : "The value has to be bounce or manual.");
        return bypass;
    }
}
