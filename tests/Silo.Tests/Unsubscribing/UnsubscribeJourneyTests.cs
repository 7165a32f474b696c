using System.Net;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Silo.Configuration;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Unsubscribing;

/// <summary>What a mail provider and a reader do with marketing mail, on a running server.</summary>
public sealed class UnsubscribeJourneyTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task one_click_by_what_the_header_says_ends_the_mail_of_that_list_and_of_no_other()
    {
        await using var silo = await Start();
        var desk = await MarketingDesk.Open(silo);
        var first = await desk.Send("reader@sandbox.test", "news");
        await desk.Ended(first, "message.delivered");

        var header = await desk.Received(first);
        var url = header.Field("List-Unsubscribe").Trim('<', '>');
        header.Field("List-Unsubscribe-Post").ShouldBe("List-Unsubscribe=One-Click");
        url.ShouldStartWith("https://mail.example.test/u/");

        var (status, page) = await OneClick(silo, url);
        status.ShouldBe(HttpStatusCode.OK);
        (await OneClick(silo, url)).ShouldBe((status, page)); // again: the same answer

        await desk.Ended(await desk.Send("reader@sandbox.test", "news"), "message.suppressed");
        await desk.Ended(await desk.Send("reader@sandbox.test", "offers"), "message.delivered");
        (await desk.Types(first)).Count(type => type == "message.unsubscribed").ShouldBe(1);
    }

    [Fact]
    public async Task a_page_that_is_only_looked_at_changes_nothing_and_its_button_leaves_all()
    {
        await using var silo = await Start();
        var desk = await MarketingDesk.Open(silo);
        var first = await desk.Send("reader@sandbox.test", "news");
        await desk.Ended(first, "message.delivered");
        var url = await desk.VisibleLink(first);

        (await Path(silo, url).GetStringAsync(new Uri(url).AbsolutePath)).ShouldContain("value=\"all\"");
        await desk.Ended(await desk.Send("reader@sandbox.test", "news"), "message.delivered");

        using var form = new FormUrlEncodedContent([new("from", "all")]);
        (await Path(silo, url).PostAsync(new Uri(url).AbsolutePath, form)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await desk.Ended(await desk.Send("reader@sandbox.test", "offers"), "message.suppressed");
    }

    /// <summary>RFC 8058 §4: DKIM covers both fields.</summary>
    [Fact]
    public async Task both_fields_are_in_the_signature()
    {
        using var key = PrivateKey.Generate();
        var file = folder.Write("dkim.pem", key.ExportPem());
        await using var silo = await Start(new DkimSettings { Keys = $"sandbox.test:mail:{file}" });
        var desk = await MarketingDesk.Open(silo);
        var message = await desk.Send("reader@sandbox.test", "news");
        await desk.Ended(message, "message.delivered");

        var tags = (await desk.Received(message)).Field("DKIM-Signature").Split(';', StringSplitOptions.TrimEntries);
        var signed = tags.Single(tag => tag.StartsWith("h=", StringComparison.Ordinal))[2..]
            .Replace("\t", "", StringComparison.Ordinal).Split(':');
        signed.ShouldContain("list-unsubscribe");
        signed.ShouldContain("list-unsubscribe-post");
    }

    private Task<RunningSilo> Start(DkimSettings? dkim = null) => RunningSilo.Start(
        folder.Data, settings => settings with
        {
            Http = settings.Http with { PublicUrl = "https://mail.example.test" },
            Dkim = dkim ?? settings.Dkim,
        });

    /// <summary>As RFC 8058 §3.2 has it: no cookies, no key, the form as multipart.</summary>
    private static async Task<(HttpStatusCode, string)> OneClick(RunningSilo silo, string url)
    {
        using var form = new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } };
        using var answer = await Path(silo, url).PostAsync(new Uri(url).AbsolutePath, form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The proxy before the server takes the name away.</summary>
    private static HttpClient Path(RunningSilo silo, string url)
    {
        url.ShouldStartWith("https://");
        return silo.Client();
    }
}
