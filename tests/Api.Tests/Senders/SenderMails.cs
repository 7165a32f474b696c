using System.Text.RegularExpressions;
using Actors.Api.Tests.Harness;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Queries;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests.Senders;

/// <summary>Reads what the platform wrote to an address.</summary>
internal static partial class SenderMails
{
    /// <returns>Paths of the links in the mails to the address, the newest first.</returns>
    public static async Task<IReadOnlyList<string>> LinksTo(TestGateway gateway, string address)
    {
        var search = new MessageSearch(null, EmailAddress.Parse(address), null, null, null, null, null, 100);
        var page = await gateway.Grains.GetGrain<IMessageQueryGrain>(PlatformSender.Tenant.Value).Search(search);
        var contents = gateway.Services.GetRequiredService<IContentReader>();
        var links = new List<string>();
        foreach (var message in page.Messages)
        {
            var mail = (await contents.Read(PlatformSender.Tenant, message.Id.Submission)).ShouldNotBeNull();
            links.Add("/" + Link().Match(((MailSource.Parts)mail.Source).Mail.Text!).Value);
        }

        return links;
    }

    [GeneratedRegex("links/[a-z2-7]{52}")]
    private static partial Regex Link();
}
