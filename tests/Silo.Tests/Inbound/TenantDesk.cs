using System.Net.Http.Json;
using System.Text.Json;
using Actors.Grains.Ids;
using Actors.Silo.Tests.Harness;
using Actors.Testing;

namespace Actors.Silo.Tests.Inbound;

/// <summary>What a tenant does and sees over HTTP.</summary>
internal sealed class TenantDesk
{
    private readonly HttpClient http;

    private TenantDesk(HttpClient http) => this.http = http;

    /// <summary>Of the first start.</summary>
    public static async Task<TenantDesk> Open(RunningSilo silo) =>
        Of(silo, (await silo.Beginning.Prepare())!.ApiKey);

    public static TenantDesk Of(RunningSilo silo, string apiKey)
    {
        var http = silo.Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", apiKey);
        return new TenantDesk(http);
    }

    /// <returns>The message, which need not leave.</returns>
    public async Task<MessageId> Send(string recipient)
    {
        using var answer = await http.PostAsJsonAsync("/v1/messages", new
        {
            smtp_account = "acc_demo",
            from = "news@sandbox.test",
            to = new[] { recipient },
            subject = "hello",
            text = "text",
        });
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        SubmissionId.TryParse(body.GetProperty("id").GetString(), out var id).ShouldBeTrue();
        return new MessageId(id, 0);
    }

    /// <summary>Waits for the event.</summary>
    public async Task Happened(string type, MessageId message)
    {
        using var limit = Patience.Limit();
        var after = "0";
        while (true)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/v1/events?after={after}&wait=20", limit.Token);
            foreach (var item in page.GetProperty("data").EnumerateArray())
                if (item.GetProperty("type").GetString() == type && IsOf(item, message))
                    return;
            after = page.GetProperty("next").GetString()!;
        }
    }

    /// <summary>All events of the message up to now.</summary>
    public async Task<string[]> Types(MessageId message)
    {
        var page = await http.GetFromJsonAsync<JsonElement>("/v1/events?after=0");
        return [.. page.GetProperty("data").EnumerateArray().Where(item => IsOf(item, message))
            .Select(item => item.GetProperty("type").GetString()!)];
    }

    /// <returns>As the sandbox was told.</returns>
    public async Task<string> MailFrom(MessageId message)
    {
        var page = await http.GetFromJsonAsync<JsonElement>("/v1/sandbox/messages");
        return page.GetProperty("data").EnumerateArray()
            .Single(mail => mail.GetProperty("recipient").GetString() == message.ToString())
            .GetProperty("mail_from").GetString()!.Trim('<', '>');
    }

    private static bool IsOf(JsonElement item, MessageId message) =>
        item.ToString().Contains(message.ToString(), StringComparison.Ordinal);
}
