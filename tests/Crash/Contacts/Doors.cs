using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Actors.Crash.Load;
using Actors.Crash.Processes;

namespace Actors.Crash.Contacts;

/// <summary>The ways into one life of the server.</summary>
internal sealed class Doors(Announcement server, string key) : IDisposable
{
    public const string ReturnPathDomain = "bounces.crash.test";

    private const string Sender = "news@sandbox.test";
    private const string List = "news";

    private readonly HttpClient http = new() { BaseAddress = server.Http };

    /// <returns>Whether it was answered with what says that it is done; false where nobody knows.</returns>
    /// <exception cref="InvalidOperationException">It was refused, and must not be.</exception>
    public async Task<bool> Do(Errand errand)
    {
        try
        {
            return errand.What switch
            {
                Deed.Submit => await Submit(errand),
                Deed.SignUp => await SignUp(errand),
                Deed.Leave => await Press(errand.Letter!.Unsubscribe!, ("List-Unsubscribe", "One-Click")),
                Deed.Confirm => await Press(errand.Letter!.Link!),
                _ => await Report(errand),
            };
        }
        catch (Exception gone) when (
            gone is HttpRequestException or IOException or SocketException or TaskCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => http.Dispose();

    private Task<bool> Submit(Errand errand) => Post(
        "v1/messages",
        new JsonObject
        {
            ["from"] = Sender,
            ["to"] = new JsonArray([.. errand.Addresses.Select(address => JsonValue.Create(address))]),
            ["subject"] = errand.Subject,
            ["text"] = "News.",
            ["stream"] = "marketing",
            ["list"] = List,
        },
        errand.Subject);

    private Task<bool> SignUp(Errand errand) => Post(
        "v1/contacts/sign-ups",
        new JsonObject
        {
            ["email"] = errand.Subject,
            ["from"] = Sender,
            ["lists"] = new JsonArray(List),
            ["consent"] = "Yes.",
        },
        null);

    private async Task<bool> Post(string path, JsonObject body, string? idempotencyKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await http.SendAsync(request);
        return await IsDone(answer, HttpStatusCode.Conflict); // the first of its key is under way
    }

    /// <summary>As a provider or a browser does: without a key.</summary>
    private async Task<bool> Press(string path, params (string Name, string Value)[] form)
    {
        using var body = new FormUrlEncodedContent(form.ToDictionary(field => field.Name, field => field.Value));
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body);
        return answer.StatusCode == HttpStatusCode.Gone // pressed before
            || await IsDone(answer, HttpStatusCode.ServiceUnavailable);
    }

    private static async Task<bool> IsDone(HttpResponseMessage answer, HttpStatusCode later) =>
        answer.IsSuccessStatusCode
        || (answer.StatusCode == later || answer.StatusCode >= HttpStatusCode.InternalServerError ? false
            : throw new InvalidOperationException(
                $"{answer.RequestMessage!.RequestUri}: {await answer.Content.ReadAsStringAsync()}"));

    private async Task<bool> Report(Errand errand)
    {
        var letter = errand.Letter!;
        using var talk = await SmtpTalk.Connect(server.Inbound, tls: false);
        var to = errand.What == Deed.Bounce ? letter.ReturnPath : $"abuse@{ReturnPathDomain}";
        foreach (var line in (string[])["", "HELO mx.crash.test", "MAIL FROM:<>", $"RCPT TO:<{to}>", "DATA"])
            if (await talk.Say(line) is var (code, text) && code is not (220 or 250 or 354))
                return IsLater(code, text);
        var report = Reports.Of(errand.What, letter).ReplaceLineEndings("\r\n");
        var (final, reply) = await talk.Say($"{report}\r\n.");
        return final == 250 || IsLater(final, reply);
    }

    private static bool IsLater(int code, string text) => code is >= 400 and < 500
        ? false
        : throw new InvalidOperationException($"a report was refused: {text}");
}
