using System.Text.RegularExpressions;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Queries;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests.Harness;

/// <summary>Reads the mails that the platform sent.</summary>
internal static partial class Letters
{
    /// <summary>Waits until there are so many mails to an address.</summary>
    /// <param name="sender">Null for the platform.</param>
    /// <returns>The path of the link in the newest.</returns>
    public static async Task<string> LinkTo(
        this TestGateway gateway, string address, int count = 1, TenantId? sender = null)
    {
        var (tenant, recipient) = (sender ?? PlatformSender.Tenant, EmailAddress.Parse(address));
        var query = gateway.Grains.GetGrain<IMessageQueryGrain>(tenant.Value);
        var events = gateway.Services.GetRequiredService<Storage.Store>().Events;
        for (; ; )
        {
            var last = (await events.Read(tenant, 0, 1_000))?.Last ?? 0;
            var page = await query.Search(new MessageSearch(null, recipient, null, null, null, null, null, 100));
            if (page.Messages.Length >= count)
                return await Link(gateway, tenant, page.Messages[0]);
            using var limit = Patience.Limit();
            await events.WaitFor(tenant, last, limit.Token);
        }
    }

    public static async Task<int> CountTo(this TestGateway gateway, string address) =>
        (await gateway.Grains.GetGrain<IMessageQueryGrain>(PlatformSender.Tenant.Value).Search(new MessageSearch(
            null, EmailAddress.Parse(address), null, null, null, null, null, 100))).Messages.Length;

    public static Task<Answer> Press(this HttpClient client, string link, string? password = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, link)
        {
            Content = new FormUrlEncodedContent(password is null ? [] : [new("password", password)]),
        };
        return client.Ask(request);
    }

    private static async Task<string> Link(TestGateway gateway, TenantId tenant, MessageView message)
    {
        var content = await gateway.Services.GetRequiredService<IContentReader>()
            .Read(tenant, message.Id.Submission);
        var mail = content.ShouldNotBeNull().Source.ShouldBeOfType<MailSource.Parts>().Mail;
        return "/links/" + Token().Match(mail.Text.ShouldNotBeNull()).Groups[1].Value;
    }

    [GeneratedRegex("https://mail\\.example\\.org/links/([a-z2-7]{52})")]
    private static partial Regex Token();
}
