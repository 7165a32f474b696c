using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Actors.Mail.Parsing;
using Actors.Silo.Tests.Harness;
using Actors.Testing;

namespace Actors.Silo.Tests.Unsubscribing;

/// <summary>A double opt-in on a running server, by the API and by a page's form.</summary>
public sealed class SignUpJourneyTests : IDisposable
{
    private const string Links = "https://mail.example.test/links/";

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task who_signs_up_is_asked_and_gets_marketing_from_the_button_on_and_no_sooner()
    {
        await using var silo = await Start();
        var desk = await MarketingDesk.Open(silo);
        var asked = new
        {
            email = "reader@sandbox.test",
            from = "Shop <news@sandbox.test>",
            smtp_account = "acc_demo",
            lists = new[] { "news" },
            consent = "Yes.",
            source = "https://shop.example/",
            language = "de",
        };
        using (var answer = await desk.Http.PostAsJsonAsync("/v1/contacts/sign-ups", asked))
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        (await Standing(desk)).ShouldBe("unconfirmed");
        await desk.Ended(await desk.Send("reader@sandbox.test", "news"), "message.suppressed");

        var path = await Link(desk);
        using var browser = silo.Client();
        var page = await browser.GetStringAsync(path);
        page.ShouldContain("<html lang=\"de\">");
        page.ShouldContain("<button>Best&#228;tigen</button>");
        (await Standing(desk)).ShouldBe("unconfirmed"); // a scanner has looked
        (await browser.PostAsync(path, null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var again = await browser.PostAsync(path, null))
        {
            again.StatusCode.ShouldBe(HttpStatusCode.Gone);
            (await again.Content.ReadAsStringAsync()).ShouldContain("Sie haben schon best&#228;tigt");
        }

        (await Standing(desk)).ShouldBe("active");
        await desk.Ended(await desk.Send("reader@sandbox.test", "news"), "message.delivered");

        using (var answer = await desk.Http.PostAsJsonAsync("/v1/contacts/sign-ups", asked))
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Questions(desk)).ShouldBe(1); // who is on the list is not asked again, and nobody is told
    }

    [Fact]
    public async Task a_pages_form_asks_once_whoever_fills_it_in_and_programs_not_at_all()
    {
        await using var silo = await Start();
        var desk = await MarketingDesk.Open(silo);
        using var made = await desk.Http.PostAsJsonAsync("/v1/forms", new
        {
            name = "Newsletter",
            from = "news@sandbox.test",
            smtp_account = "acc_demo",
            lists = new[] { "news" },
            redirect = "https://shop.example/thanks",
            origins = new[] { "https://shop.example" },
        });
        var form = await made.Content.ReadFromJsonAsync<JsonElement>();
        var url = new Uri(form.GetProperty("url").GetString()!).AbsolutePath;

        (await Fill(silo, url, "https://other.example", ("email", "reader@sandbox.test")))
            .ShouldBe(HttpStatusCode.Forbidden);
        (await Fill(silo, url, "https://shop.example", ("email", "reader@sandbox.test"), ("website", "x")))
            .ShouldBe(HttpStatusCode.SeeOther);
        (await Fill(silo, url, "https://shop.example", ("email", "nobody"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Fill(silo, url, "https://shop.example", ("email", "reader@sandbox.test")))
            .ShouldBe(HttpStatusCode.SeeOther);
        (await Fill(silo, url, "https://shop.example", ("email", "READER@sandbox.test")))
            .ShouldBe(HttpStatusCode.SeeOther);
        await Link(desk);
        (await Questions(desk)).ShouldBe(1);
        (await Fill(silo, url + "x", "https://shop.example", ("email", "reader@sandbox.test")))
            .ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<RunningSilo> Start() => RunningSilo.Start(folder.Data, settings => settings with
    {
        Http = settings.Http with { PublicUrl = "https://mail.example.test" },
    });

    private static async Task<HttpStatusCode> Fill(
        RunningSilo silo, string path, string origin, params (string Name, string Value)[] fields)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = silo.Listeners.Http, Timeout = Patience.Max };
        browser.DefaultRequestHeaders.Add("Origin", origin);
        using var form = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await browser.PostAsync(path, form);
        return answer.StatusCode;
    }

    private static async Task<string?> Standing(MarketingDesk desk) =>
        (await desk.Http.GetFromJsonAsync<JsonElement>("/v1/contacts/reader@sandbox.test"))
        .GetProperty("standing").GetString();

    /// <summary>The path of the link in the message that asks, once it was delivered.</summary>
    private static async Task<string> Link(MarketingDesk desk)
    {
        var question = await desk.Question();
        await desk.Ended(question, "message.delivered");
        var received = await desk.Received(question);
        received.Field("From").ShouldContain("news@sandbox.test");
        var mail = ParsedMail.Parse(received.Bytes);
        var text = mail.AllParts().First(part => part.Type.Value == "text/plain").Text();
        var from = text.IndexOf(Links, StringComparison.Ordinal);
        text.ShouldNotContain("/u/");
        return new Uri(text[from..text.IndexOfAny(['\r', '\n'], from)]).AbsolutePath;
    }

    private static async Task<int> Questions(MarketingDesk desk) => (await desk.Questions()).Length;
}
