using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>A tenant that sends to the sandbox, and what it sees of it.</summary>
internal sealed partial record SandboxTenant(string Id, ApiClient Api)
{
    private static readonly string[] Ends = ["delivered", "bounced", "expired", "suppressed", "held"];

    /// <summary>Hands a message in; what is not said is as in a newsletter of the campaign journey.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> Send(
        string to, string stream = "marketing", string? expiresIn = null, string? sendAt = null) =>
        (await Api.Post("messages", new
        {
            smtp_account = $"acc_{Id}",
            from = "Shop <news@sandbox.test>",
            to = new[] { to },
            subject = $"News for {to}",
            text = "What is new.",
            stream,
            campaign = "journey",
            expires_in = expiresIn,
            send_at = sendAt,
        })).Text("id");

    /// <summary>Waits until the message is over or held.</summary>
    /// <returns>The types of its events without their prefix, runs of one type as one, and how it stands.</returns>
    public async Task<string> Life(string id)
    {
        await Api.Until(id, Ends);
        return await Events(id);
    }

    /// <summary>The same as far as it has come.</summary>
    public async Task<string> Events(string id)
    {
        var types = (await Api.Get($"messages/{id}/events"))["data"]!.AsArray()
            .Select(one => one!.Text("type")["message.".Length..]).ToArray();
        return string.Join(' ', types.Where((type, at) => at == 0 || types[at - 1] != type));
    }

    /// <summary>Sends, and waits for its end.</summary>
    public async Task<string> LifeOf(string to, string stream = "marketing") => await Life(await Send(to, stream));

    /// <summary>What the last reply to the one recipient meant: category, hardness, scope.</summary>
    public async Task<string> Meaning(string id)
    {
        var recipient = (await Api.Get($"messages/{id}"))["recipients"]![0]!;
        return $"{recipient.Text("category")} {recipient.Text("hardness")} {recipient.Text("scope")}";
    }

    /// <summary>How the contact stands, and why it is on the blacklist: its reasons, with the message each came
    /// from.</summary>
    public async Task<string> Contact(string address)
    {
        var contact = await Api.Get($"contacts/{address}");
        var entries = contact["blacklist"]!.AsArray()
            .Select(entry => $" {entry!.Text("reason")} by {MessageOf(entry!.Text("message"))}");
        return contact.Text("standing") + string.Concat(entries);
    }

    /// <summary>What happened to the contact, oldest first, with the message that each came from.</summary>
    public async Task<string[]> History(string address) =>
    [
        .. (await Api.Get($"contacts/{address}"))["history"]!.AsArray().Select(change =>
            change!.Text("what") + (change!.Text("message") is { Length: > 0 } by ? $" by {MessageOf(by)}" : "")),
    ];

    /// <summary>Waits until the contact stands so: a message tells its contact when it is over.</summary>
    public Task<string> Becomes(string address, string contact) =>
        Api.Eventually($"{address} is {contact}", () => Contact(address), seen => seen == contact);

    /// <summary>Waits until an SMTP account stands so: the judge of its rates looks after the event.</summary>
    public Task<string> AccountBecomes(string status) => Api.Eventually(
        $"acc_{Id} is {status}", async () => (await Api.Get($"smtp-accounts/acc_{Id}")).Text("status"),
        seen => seen == status);

    /// <summary>Why the blacklist has the address; nothing where it has not.</summary>
    public async Task<string[]> Blacklisted(string address)
    {
        var (status, body) = await Api.Try(HttpMethod.Get, $"blacklist/{address}", null);
        return status == HttpStatusCode.NotFound
            ? []
            : [.. JsonNode.Parse(body)!["entries"]!.AsArray().Select(entry => entry!.Text("reason"))];
    }

    /// <summary>The first field of the name in what the sandbox received of the message, unfolded.</summary>
    /// <returns>Null where there is none.</returns>
    public async Task<string?> Field(string id, string name)
    {
        var raw = Encoding.UTF8.GetString(await Api.ReadOctets($"sandbox/messages/{await Received(id)}/raw"));
        var header = Folding().Replace(raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)], " ");
        var field = header.Split("\r\n")
            .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return field?[(name.Length + 1)..].Trim();
    }

    /// <summary>The only link in what the sandbox received of the message that leads below the path.</summary>
    public async Task<string> Link(string id, string path) =>
        (await Api.Get($"sandbox/messages/{await Received(id)}"))["links"]!.AsArray()
            .Select(link => link!.ToString()).Distinct().Single(link => link.Contains(path, StringComparison.Ordinal));

    /// <summary>Waits for the message that asks whether the address wants to be on a list: a form is looked at after
    /// its answer.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> Question(string address) => (await Api.Eventually(
        $"{address} is asked", () => Api.Get($"messages?recipient={address}&tag=subscription-confirmation"),
        page => page["data"]!.AsArray().Count == 1))["data"]![0]!.Text("message");

    private async Task<string> Received(string id) =>
        (await Api.Get("sandbox/messages?limit=100"))["data"]!.AsArray()
            .Single(mail => MessageOf(mail!.Text("recipient")) == id)!.Text("id");

    /// <summary>msg_ of rcp_.</summary>
    private static string MessageOf(string recipient) =>
        recipient.Length == 0 ? "" : "msg_" + recipient["rcp_".Length..].Split('-')[0];

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folding();
}
