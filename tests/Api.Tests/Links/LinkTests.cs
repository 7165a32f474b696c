using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Links;

[Collection(Harness.Gateway.Name)]
public sealed class LinkTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Theory]
    [InlineData("abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst")]
    [InlineData("x")]
    [InlineData("%01")]
    [InlineData("%3Cscript%3E")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRST")]
    public async Task a_guessed_link_is_answered_like_any_other_that_was_never_given_out(string token)
    {
        var known = await gateway.Stranger.Get("/links/" + new string('a', 52)).Status(404);
        known.MediaType.ShouldBe("text/html");
        (await gateway.Stranger.Get("/links/" + token).Status(404)).Body.ShouldBe(known.Body);
        (await gateway.Stranger.Post("/links/" + token).Status(404)).Body.ShouldBe(known.Body);
        known.Body.ShouldContain("This link is not valid");
    }

    [Fact]
    public async Task a_page_behind_a_link_loads_nothing_and_is_kept_by_nobody()
    {
        var page = await gateway.Stranger.Get("/links/" + new string('a', 52));
        page.Header("Referrer-Policy").ShouldBe("no-referrer");
        page.Header("X-Robots-Tag").ShouldBe("noindex, nofollow");
        page.Header("Cache-Control").ShouldBe("no-store");
        page.Header("X-Content-Type-Options").ShouldBe("nosniff");
        page.Header("Content-Security-Policy").ShouldNotBeNull().ShouldStartWith("default-src 'none'");
        foreach (var outside in new[] { "src=", "href=", "url(", "http" })
            page.Body.ShouldNotContain(outside);
    }

    [Fact]
    public async Task a_form_that_is_too_large_or_none_does_nothing()
    {
        using var large = new HttpRequestMessage(HttpMethod.Post, "/links/" + new string('a', 52))
        {
            Content = new FormUrlEncodedContent([new("password", new string('p', 9_000))]),
        };
        await gateway.Stranger.Ask(large).Status(404);
        await gateway.Stranger.Post("/links/" + new string('a', 52), """{"password":"p"}""").Status(404);
    }
}
