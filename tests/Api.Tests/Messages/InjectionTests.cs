using System.Text;
using System.Text.Json.Nodes;
using Actors.Api.Json;
using Actors.Api.Messages.Requests;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Api.Tests.Messages;

/// <summary>No control character comes through any field that reaches a header, and no text makes the reader
/// fail.</summary>
public sealed class InjectionTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Func<string, JsonObject>[] Places =
    [
        text => new JsonObject { ["smtp_account"] = text },
        text => new JsonObject { ["from"] = text },
        text => new JsonObject { ["from"] = new JsonObject { ["email"] = "a@example.net", ["name"] = text } },
        text => new JsonObject { ["to"] = new JsonArray(new JsonObject { ["email"] = text }) },
        text => new JsonObject { ["cc"] = text },
        text => new JsonObject { ["reply_to"] = new JsonArray(text) },
        text => new JsonObject { ["subject"] = text },
        text => new JsonObject { ["headers"] = new JsonObject { ["X-A"] = text } },
        text => new JsonObject { ["headers"] = new JsonObject { [text] = "value" } },
        text => new JsonObject { ["attachments"] = new JsonArray(File("filename", text)) },
        text => new JsonObject { ["attachments"] = new JsonArray(File("content_type", text)) },
        text => new JsonObject { ["attachments"] = new JsonArray(File("content_id", text)) },
        text => new JsonObject { ["tags"] = new JsonArray(text) },
        text => new JsonObject { ["metadata"] = new JsonObject { [text] = "value" } },
        text => new JsonObject { ["send_at"] = text },
        text => new JsonObject { ["expires_in"] = text },
    ];

    [Fact]
    public void a_control_character_is_refused_in_every_field_that_reaches_a_header()
    {
        var texts = from before in Gen.Elements(
                "", "a", "a@example.net", "Ann <ann@example.net>", "2030-01-02T00:00:00Z")
                    from evil in Gen.Elements('\r', '\n', '\0', '\u0085', '\u2028', '\u001B')
                    from after in Gen.Elements("", "b", "Bcc: eve@example.net", "@example.net")
                    from place in Gen.Choose(0, Places.Length - 1)
                    select (Text: before + evil + after, Place: place);
        Prop.ForAll(texts.ToArbitrary(), one => Errors(Places[one.Place](one.Text)).Any)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void no_text_in_any_field_makes_the_reader_fail() =>
        Prop.ForAll<string, int>((text, place) =>
        {
            var at = Places[(int)((uint)place % Places.Length)];
            Errors(at(text ?? ""));
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void no_bytes_make_the_reader_fail_but_as_malformed_json()
    {
        var seed = Encoding.UTF8.GetBytes(Harness.Mails.Valid().ToJsonString());
        var changes = from at in Gen.Choose(0, seed.Length - 1)
                      from value in Gen.Choose(0, 255)
                      from cut in Gen.Choose(1, seed.Length)
                      select (at, value, cut);
        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            var body = (byte[])seed.Clone();
            body[change.at] = (byte)change.value;
            try
            {
                Read(body.AsSpan(0, change.cut));
            }
            catch (System.Text.Json.JsonException)
            {
                return true;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    private static JsonObject File(string field, string text)
    {
        var file = new JsonObject { ["filename"] = "a.txt", ["content"] = "" };
        file[field] = text;
        return file;
    }

    private static FieldErrors Errors(JsonObject mail) => Read(Encoding.UTF8.GetBytes(mail.ToJsonString()));

    private static FieldErrors Read(ReadOnlySpan<byte> body)
    {
        var errors = new FieldErrors();
        var json = new JsonCursor(body, errors);
        json.Read();
        MessageReader.Read(ref json, new MessageFields(), Now);
        json.Read();
        return errors;
    }
}
