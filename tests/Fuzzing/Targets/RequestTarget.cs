using System.Text.Json;
using Actors.Api.Json;
using Actors.Api.Messages.Batch;
using Actors.Api.Messages.Requests;

namespace Actors.Fuzzing.Targets;

/// <summary>Bodies of send requests, alone and in batches.</summary>
internal sealed class RequestTarget : FuzzTarget
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    public override string Name => "requests";

    public override IReadOnlyList<byte[]> Seeds { get; } = Pieces(
        """
        {"smtp_account":"acc_shop","from":{"email":"a@example.org","name":"A"},"to":["b@example.net",
        {"email":"c@example.net","variables":{"x":"1"}}],"subject":"S {{x}}","text":"T","html":"<p>",
        "headers":{"X-A":"b"},
        "attachments":[{"filename":"a.txt","content":"YQ==","content_id":"a"}],"tags":["t"],"metadata":{"a":"b"},
        "send_at":"2030-01-31T09:00:00Z","expires_in":"PT4H","on_uncertain":"hold","stream":"marketing","dry_run":true,
        "list_unsubscribe":{"url":"https://a.example/","one_click":true},"list_id":"n.example","list":"n",
        "bypass":["bounce","manual"]}
        """,
        """{"defaults":{"from":"a@example.org"},"items":[{"to":"b@example.net","subject":"s","text":"t"},7,null]}""");

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "{", "}", "[", "]", "\"", ",", ":", "null", "true", "1e999", "\\u0000", "\\ud800", "\"to\":", "\"items\":",
        "{{x}}",
        "\"headers\":{", "\\r\\n", "\"from\":", "-", "//");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("{\"to\":[", "\"a@b.example\",", "1]}"), new("{\"headers\":{\"a\":\"b\"", ",\"c\":\"d\"", "}}"),
        new("{\"text\":\"", "\\n", "\"}"), new("", "["), new("{\"subject\":\"", "{{x", "\"}"), new("{\"a\":1",
        ",\"a\":1", "}"),
        new("{\"items\":[", "{},", "1]}"), new("{\"tags\":[", "\"a\",", "1]}"), new("", " "),
    ];

    public override void Run(byte[] input)
    {
        try
        {
            var errors = new FieldErrors();
            var json = new JsonCursor(input, errors);
            json.Read();
            var message = new MessageFields();
            MessageReader.Read(ref json, message, Now);
            json.Read();
            MessageRules.Check(message, errors);
            Require(errors.All.Count <= FieldErrors.Max, "errors are limited");
            if (!errors.Any && message.Account is not null)
                _ = MessageRules.Command(message, null);
        }
        catch (JsonException)
        {
            // that is how the readers say that it is no JSON
        }

        _ = BatchReader.Find(input);
    }
}
