using System.Text.Json;
using System.Text.Json.Nodes;
using Actors.Api.Messages;

namespace Actors.Api.Tests.Injection;

/// <summary>Every text of a send request, found by looking at the types that describe it.</summary>
/// <remarks>A field that the sample does not have fails, so that a new one cannot be forgotten.</remarks>
internal static class RequestPlaces
{
    /// <summary>The same message of a template: its words stand in <see cref="RenderedRequest.Words"/>.</summary>
    public static JsonObject SampleOfTemplate()
    {
        var sample = Sample();
        foreach (var words in new[] { "subject", "text", "html" })
            sample.Remove(words);
        sample["template"] = JsonNode.Parse(
            """{"id": "tpl_a", "version": 1, "variables": {"shop": "Shop", "order": "7781"}}""");
        return sample;
    }

    public static JsonObject Sample() => (JsonObject)JsonNode.Parse("""
        {
          "smtp_account": "acc_shop",
          "from": {"email": "orders@shop.example", "name": "Shop"},
          "to": [{"email": "ann@example.net", "name": "Ann", "variables": {"order": "7781"}, "details": {"a": "b"}}],
          "cc": [{"email": "cid@example.net", "name": "Cid", "variables": {"order": "7781"}, "details": {"a": "b"}}],
          "bcc": [{"email": "bob@example.net", "name": "Bob", "variables": {"order": "7781"}, "details": {"a": "b"}}],
          "reply_to": [{"email": "help@shop.example", "name": "Help"}],
          "subject": "Order {{order}}",
          "text": "Thank you for {{order}}.",
          "html": "<p>Thank you for {{order}}. <img src=\"cid:logo\"></p>",
          "headers": {"X-Order": "7781", "References": "<a@shop.example>"},
          "attachments": [
            {"filename": "logo.png", "content_type": "image/png", "content": "iVBORw0KGgo=", "disposition": "inline",
             "content_id": "logo"},
            {"filename": "a.txt", "content_type": "text/plain; charset=utf-8", "content": "YQ=="}
          ],
          "tags": ["order"],
          "campaign": "spring",
          "metadata": {"order_id": "7781"},
          "send_at": "2030-01-02T00:00:00Z",
          "expires_in": "PT4H",
          "on_uncertain": "hold",
          "stream": "marketing",
          "dry_run": false,
          "list_unsubscribe": {"url": "https://shop.example/{{order}}", "mailto": "mailto:leave@shop.example",
                               "one_click": true},
          "list_id": "News <news.shop.example>",
          "list": "news",
          "bypass": ["bounce"]
        }
        """)!;

    public static IReadOnlyList<RequestPlace> All { get; } =
        [.. Of(typeof(MessageRequest), Sample(), []), .. AddressesAsText()];

    /// <summary>Where texts go into the words of a template.</summary>
    public static IReadOnlyList<RequestPlace> OfTemplate { get; } =
    [
        new(["template", "variables", "shop"], IsName: false, "Shop"),
        new(["to", "0", "variables", "order"], IsName: false, "7781"),
    ];

    private static IEnumerable<RequestPlace> Of(Type type, JsonNode sample, string[] path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool))
            return [];
        if (type == typeof(string) || type == typeof(DateTimeOffset))
            return [new RequestPlace(path, IsName: false, sample.GetValue<string>())];
        if (type == typeof(IReadOnlyDictionary<string, string>))
            return sample.AsObject().SelectMany(entry => new[]
            {
                new RequestPlace([.. path, entry.Key], IsName: false, entry.Value!.GetValue<string>()),
                new RequestPlace([.. path, entry.Key], IsName: true, entry.Key),
            });
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Of(type.GetGenericArguments()[0], sample[0]!, [.. path, "0"]);
        return type.Namespace == typeof(MessageRequest).Namespace
            ? type.GetConstructors()[0].GetParameters()
                .Where(field => field.ParameterType != typeof(RequestTemplate)) // never beside words: OfTemplate
                .SelectMany(field => OfField(field, sample, path))
            : throw new NotSupportedException($"Say how a {type} at /{string.Join('/', path)} holds texts.");
    }

    private static IEnumerable<RequestPlace> OfField(
        System.Reflection.ParameterInfo field, JsonNode sample, string[] path)
    {
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(field.Name!);
        var value = sample[name]
            ?? throw new NotSupportedException($"Give the sample a value for /{string.Join('/', path)}/{name}.");
        return Of(field.ParameterType, value, [.. path, name]);
    }

    private static IEnumerable<RequestPlace> AddressesAsText() =>
    [
        new(["from"], IsName: false, "Shop <orders@shop.example>"),
        new(["to", "0"], IsName: false, "Ann <ann@example.net>"),
        new(["reply_to", "0"], IsName: false, "Help <help@shop.example>"),
        new(["bcc", "0"], IsName: false, "bob@example.net"),
        new(["headers", "In-Reply-To"], IsName: false, "<a@shop.example>"),
    ];
}
