using System.Text.Json;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Messages.Requests;

namespace Actors.Api.Messages.Batch;

/// <summary>Reads a batch: first where its parts lie, then each item over a copy of the defaults.</summary>
internal static class BatchReader
{
    public const int ItemsMax = 500;

    private static readonly FieldTable Table = new("defaults", "items");

    public static Parsed<BatchFields> Find(ReadOnlySpan<byte> body)
    {
        var errors = new FieldErrors();
        var items = new List<Range>();
        var defaults = new Range(0, 0);
        try
        {
            var json = new JsonCursor(body, errors);
            json.Read();
            if (json.BeginObject())
                FindParts(ref json, ref defaults, items);
            json.Read(); // nothing may follow
        }
        catch (JsonException fault)
        {
            return Malformed.At(fault, body);
        }

        return errors.Problem() is { } problem ? problem : new BatchFields(defaults, items);
    }

    /// <param name="over">Filled already by the defaults; a copy is filled on.</param>
    /// <param name="pointer">Of the item in the body.</param>
    public static MessageFields Item(
        ReadOnlySpan<byte> item, MessageFields over, string pointer, DateTimeOffset now, out FieldErrors errors)
    {
        errors = new FieldErrors(pointer);
        var message = over with { };
        if (item.IsEmpty)
            return message;
        var json = new JsonCursor(item, errors);
        json.Read();
        MessageReader.Read(ref json, message, now);
        return message;
    }

    private static void FindParts(ref JsonCursor json, ref Range defaults, List<Range> items)
    {
        var seen = 0u;
        while (json.NextField(Table, ref seen) is >= 0 and var field)
        {
            if (Table.Names[field] == "items")
                FindItems(ref json, items);
            else if (json.BeginObject())
                defaults = Value(ref json);
            json.Errors.Leave();
        }

        if ((seen & 2) == 0)
            json.Errors.Add("items", "missing", "The field is required.");
    }

    private static void FindItems(ref JsonCursor json, List<Range> items)
    {
        if (!json.BeginArray())
            return;
        var count = 0;
        while (json.NextElement())
        {
            var item = Value(ref json);
            if (count++ < ItemsMax)
                items.Add(item);
        }

        if (count == 0)
            json.Errors.Add("empty", "The list is empty.");
        if (count > ItemsMax)
            json.Errors.Add("too_many", $"There may be {ItemsMax} items.");
    }

    private static Range Value(ref JsonCursor json)
    {
        var start = json.Start;
        json.Skip();
        return start..json.Consumed;
    }
}
