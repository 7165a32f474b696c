using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>A customer of the platform: it asks the API, reads its mail, publishes records and follows links.</summary>
/// <param name="Id">The tenant's.</param>
/// <param name="Api">With its first key.</param>
internal sealed partial record Customer(JourneyLab Lab, string Id, ApiClient Api)
{
    /// <summary>Somebody who works there, whose mailbox is the lab's.</summary>
    public string Administrator => Mails.At("plain", $"admin-of-{Id}");

    /// <summary>The operator makes the tenant and hands over a key.</summary>
    public static async Task<Customer> Arrives(JourneyLab lab, string id)
    {
        await lab.Operator.Post("admin/tenants", new { id, name = id });
        var key = await lab.Operator.Post($"admin/tenants/{id}/api-keys", new { name = "first" });
        return new Customer(lab, id, lab.Client(key.Text("key")));
    }

    /// <summary>Asks for an account, which the operator then approves.</summary>
    /// <returns>The account's id.</returns>
    public async Task<string> HasAccount(object wish)
    {
        var account = await Api.Post("smtp-accounts", wish);
        account.Text("status").ShouldBe("waiting");
        await Lab.Operator.Post($"admin/tenants/{Id}/smtp-accounts/{account.Text("id")}/approve");
        (await Api.Get($"smtp-accounts/{account.Text("id")}")).Text("status").ShouldBe("active");
        return account.Text("id");
    }

    /// <summary>Registers a domain, publishes what the platform says to publish, and waits for the mail that says that
    /// it is verified.</summary>
    /// <param name="wayOut">hosted or automatic.</param>
    /// <param name="others">What else stands in the zone.</param>
    /// <param name="records">The lines of the records; null to download them.</param>
    public async Task HasDomain(string domain, string wayOut, string others, Func<Task<string>>? records = null)
    {
        await HasTestAddress();
        var registered = await Api.Post("domains", new { domain, notify = Administrator });
        registered.Text("status").ShouldBe("pending");
        await Api.Patch($"domains/{domain}", new { way_out = wayOut });
        await Lab.PublishPlatform([.. registered["records"]!.AsArray()
            .Where(record => record!.Text("purpose") == "dkim").Select(record => record!.Text("value"))]);
        var lines = records is null ? await Api.Read($"domains/{domain}/records.zone") : await records();
        await Lab.Publish(domain, $"@ MX 10 mx1.lab.example.\n{others}\n{lines}");
        try
        {
            await Lab.Mail.For(Administrator, domain);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException(await Api.Read($"domains/{domain}"), late);
        }

        (await Api.Get($"domains/{domain}")).Text("status").ShouldBe("verified");
    }

    /// <summary>Registers a sender, and presses the button behind the link in the mail that goes there.</summary>
    /// <returns>The sender's id.</returns>
    public async Task<string> HasSender(string address)
    {
        var sender = await Api.Post("senders", new { email = address });
        sender.Text("status").ShouldBe("pending");
        await PressButton(await Lab.Mail.For(address));
        (await Api.Get($"senders/{sender.Text("id")}")).Text("status").ShouldBe("confirmed");
        return sender.Text("id");
    }

    /// <summary>Proves that the administrator's address may get test messages.</summary>
    public async Task HasTestAddress()
    {
        if ((await Api.Get("test-addresses"))["data"]!.AsArray().Count > 0)
            return;
        var known = Lab.Mail.AllFor(Administrator);
        await Api.Post("test-addresses", new { email = Administrator });
        await PressButton(await Lab.Mail.Beside(known, Administrator));
        (await Api.Get("test-addresses"))["data"]![0]!.Text("verified").ShouldBe("true");
    }

    /// <summary>Opens the page that a mail links to, which changes nothing, and presses its button.</summary>
    public async Task PressButton(ReceivedMail mail)
    {
        var link = await LinkIn(mail);
        var page = await Lab.Anybody.Read(link);
        page.ShouldContain("<button");
        var (status, text) = await Lab.Anybody.Try(
            HttpMethod.Post, link, new FormUrlEncodedContent([new("", "")]));
        status.ShouldBe(HttpStatusCode.OK, text);
    }

    /// <summary>Submits over SMTP with STARTTLS and a login.</summary>
    /// <returns>The code and text of the reply; 250 alone where it was taken.</returns>
    public Task<string> Submit((string User, string Password) login, string from, string to, string subject) =>
        Python.Answer(
            Lab.Network, Lab.Submission, login, (from, to),
            Encoding.UTF8.GetBytes($"From: Shop <{from}>\r\nTo: {to}\r\nSubject: {subject}\r\n\r\nThank you.\r\n"));

    private static async Task<string> LinkIn(ReceivedMail mail)
    {
        var parts = (await Python.Read(mail))["parts"]!.AsArray();
        var text = parts.First(part => part!.Text("type") == "text/plain")!.Text("text");
        return Link().Match(text) is { Success: true } link
            ? link.Value
            : throw new InvalidOperationException($"no link in {text}");
    }

    [GeneratedRegex(@"http://\S+/links/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
