using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Actors.Grains.Ids;
using Actors.Mail.Messages;
using Actors.Silo.Tests.Harness;
using Actors.Testing;

namespace Actors.Silo.Tests.Unsubscribing;

/// <summary>A tenant that sends marketing to the sandbox, and looks at what it received.</summary>
internal sealed class MarketingDesk
{
    private readonly HttpClient http;

    private MarketingDesk(HttpClient http) => this.http = http;

    public HttpClient Http => http;

    public static async Task<MarketingDesk> Open(RunningSilo silo)
    {
        var first = (await silo.Beginning.Prepare())!;
        var http = silo.Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", first.ApiKey);
        return new MarketingDesk(http);
    }

    /// <returns>The recipient's id.</returns>
    public async Task<string> Send(string recipient, string list)
    {
        using var answer = await http.PostAsJsonAsync("/v1/messages", new
        {
            smtp_account = "acc_demo",
            from = "news@sandbox.test",
            to = new[] { recipient },
            subject = "News",
            text = "What is new.",
            html = "<html><body><p>What is new.</p></body></html>",
            stream = "marketing",
            list,
        });
        var body = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(body);
        using var json = JsonDocument.Parse(body);
        SubmissionId.TryParse(json.RootElement.GetProperty("id").GetString(), out var id).ShouldBeTrue();
        return new Actors.Grains.Ids.MessageId(id, 0).ToString();
    }

    /// <summary>Waits for the event that ends the message, and tells which it was.</summary>
    public async Task Ended(string recipient, string type)
    {
        using var limit = Patience.Limit();
        var after = "0";
        while (true)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/v1/events?after={after}&wait=20", limit.Token);
            foreach (var item in page.GetProperty("data").EnumerateArray())
            {
                var happened = item.GetProperty("type").GetString();
                if (item.GetProperty("recipient").GetString() != recipient
                    || happened is not ("message.delivered" or "message.suppressed" or "message.bounced"))
                    continue;
                happened.ShouldBe(type, item.ToString());
                return;
            }

            after = page.GetProperty("next").GetString()!;
        }
    }

    public async Task<string[]> Types(string recipient)
    {
        var page = await http.GetFromJsonAsync<JsonElement>("/v1/events?after=0");
        return [.. page.GetProperty("data").EnumerateArray()
            .Where(item => item.GetProperty("recipient").GetString() == recipient)
            .Select(item => item.GetProperty("type").GetString()!)];
    }

    /// <summary>Recipients of messages that ask whether somebody wants to be on a list.</summary>
    public async Task<string[]> Questions()
    {
        var page = await http.GetFromJsonAsync<JsonElement>("/v1/messages?tag=subscription-confirmation");
        return [.. page.GetProperty("data").EnumerateArray()
            .Select(message => message.GetProperty("id").GetString()!)];
    }

    /// <summary>Waits for the first of them: a form is looked at after its answer.</summary>
    public async Task<string> Question()
    {
        using var limit = Patience.Limit();
        var after = "0";
        while (true)
        {
            if (await Questions() is [var question, ..])
                return question;
            var page = await http.GetFromJsonAsync<JsonElement>($"/v1/events?after={after}&wait=1", limit.Token);
            after = page.GetProperty("next").GetString()!;
        }
    }

    /// <summary>What the sandbox took for the recipient.</summary>
    public async Task<ReceivedMail> Received(string recipient)
    {
        var page = await http.GetFromJsonAsync<JsonElement>("/v1/sandbox/messages");
        var id = page.GetProperty("data").EnumerateArray()
            .Single(mail => mail.GetProperty("recipient").GetString() == recipient).GetProperty("id").GetString();
        return new ReceivedMail(await http.GetByteArrayAsync($"/v1/sandbox/messages/{id}/raw"));
    }

    /// <summary>The address in the words, which is in text and HTML.</summary>
    public async Task<string> VisibleLink(string recipient)
    {
        var mail = Actors.Mail.Parsing.ParsedMail.Parse((await Received(recipient)).Bytes);
        var words = mail.AllParts().Where(part => part.Type.Value is "text/plain" or "text/html")
            .Select(part => part.Text()).ToArray();
        words.Length.ShouldBe(2);
        var from = words[0].IndexOf("https://", StringComparison.Ordinal);
        var url = words[0][from..].TrimEnd();
        words[1].ShouldContain($"<a href=\"{url}\">Unsubscribe from these e-mails</a>");
        return url;
    }
}

/// <summary>A message as the sandbox took it.</summary>
internal sealed record ReceivedMail(byte[] Bytes)
{
    /// <summary>The value, unfolded.</summary>
    public string Field(string name)
    {
        HeaderSection.TryParse(Bytes, out var header, out _).ShouldBeTrue();
        header!.TryFind(Encoding.ASCII.GetBytes(name), out var field).ShouldBeTrue($"there is no {name}");
        return Encoding.ASCII.GetString(header.Value(field).ToArray())
            .Replace("\r\n", "", StringComparison.Ordinal).Trim();
    }
}
