using System.Text.Json.Nodes;

namespace Actors.Api.Tests.Harness;

/// <summary>Messages to send.</summary>
internal static class Mails
{
    /// <summary>A message that is accepted.</summary>
    public static JsonObject Valid() => new()
    {
        ["smtp_account"] = "acc_shop",
        ["from"] = "orders@shop.example",
        ["to"] = new JsonArray("ann@example.net"),
        ["subject"] = "Hello",
        ["text"] = "Hello",
    };

    public static string With(string field, JsonNode? value)
    {
        var mail = Valid();
        mail[field] = value;
        return mail.ToJsonString();
    }

    public static string To(params string[] recipients) =>
        With("to", new JsonArray([.. recipients.Select(one => (JsonNode)one)]));

    public static string Without(string field)
    {
        var mail = Valid();
        mail.Remove(field);
        return mail.ToJsonString();
    }
}
