using System.Net;
using System.Text.Json;
using Actors.Api.Tests.Harness;
using Actors.Testing;

namespace Actors.Api.Tests.SignUps;

/// <summary>What pages send to a form.</summary>
[Collection(Harness.Gateway.Name)]
public sealed class FormTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_page_with_every_detail_a_form_may_have_is_taken()
    {
        var tenant = await gateway.NewTenant();
        string[] names = [.. Enumerable.Range(1, 20).Select(i => $"field{i}")];
        var form = await tenant.Http.Post("/v1/forms", $$"""
            {"name":"News","from":"news@shop.example","smtp_account":"acc_shop","details":{{JsonSerializer.Serialize(names)}}}
            """).Status(201);
        var fields = names.Select(name => KeyValuePair.Create(name, new string('ž', 1_024)))
            .Append(KeyValuePair.Create("email", "reader@example.org")).Append(KeyValuePair.Create("website", ""));
        await Fill(form, fields).Status(200);
        await tenant.UntilEvent("message.accepted"); // a form is looked at after its answer
        (await tenant.Http.Get("/v1/contacts/reader@example.org").Status(200)).Text("standing").ShouldBe("unconfirmed");
    }

    [Fact]
    public async Task the_browser_is_sent_on_to_a_page_with_any_letters_in_its_address()
    {
        var tenant = await gateway.NewTenant();
        var form = await tenant.Http.Post("/v1/forms", """
            {"name":"News","from":"news@shop.example","smtp_account":"acc_shop","redirect":"https://shop.example/děkujeme"}
            """).Status(201);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler)
        {
            BaseAddress = gateway.Stranger.BaseAddress,
            Timeout = Patience.Max,
        };
        using var sent = new FormUrlEncodedContent([new("email", "reader@example.org")]);
        using var answer = await browser.PostAsync(new Uri(form.Text("url")!).AbsolutePath, sent);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe("https://shop.example/d%C4%9Bkujeme");
    }

    private async Task<Answer> Fill(Answer form, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(form.Text("url")!).AbsolutePath)
        {
            Content = new FormUrlEncodedContent(fields),
        };
        return await gateway.Stranger.Ask(request);
    }
}
