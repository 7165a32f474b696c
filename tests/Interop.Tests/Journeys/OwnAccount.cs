using System.Text.Json.Nodes;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>A customer's account over its own server.</summary>
internal static class OwnAccount
{
    /// <param name="host">The server's name.</param>
    /// <param name="email">Where bounces go.</param>
    public static object Wish(string host, string email, string password) => new
    {
        kind = "own",
        name = "Our server",
        email,
        server = new { host, port = 465, security = "ssl", user = $"{OwnServer.User}@{host}", password },
    };

    /// <summary>Has the platform try the server out, with a test message to the administrator.</summary>
    public static Task<JsonNode> Check(this Customer customer, string account) =>
        customer.Api.Post($"smtp-accounts/{account}/check", new { to = customer.Administrator });

    /// <summary>What a domain publishes whose mail leaves by that server: the platform's records, with the server in
    /// the one policy of SPF that there may be.</summary>
    public static async Task<string> RecordsWithOwnServer(this Customer customer, string domain) =>
        (await customer.Api.Read($"domains/{domain}/records.zone"))
            .Replace("v=spf1 ", $"v=spf1 ip4:{Addresses.OwnServer} ", StringComparison.Ordinal);
}
