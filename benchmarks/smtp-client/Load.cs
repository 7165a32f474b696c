using System.Net;
using System.Text;
using Actors.Dns;
using Actors.Dns.MailExchange;
using Actors.Mail.Addresses;
using Actors.Smtp.Client;

namespace Actors.Benchmarks.SmtpClient;

/// <summary>Messages of 2 kB to one recipient each, over plain TCP.</summary>
internal static class Load
{
    public static byte[] Content { get; } = Encoding.ASCII.GetBytes(
        string.Concat(Enumerable.Repeat(new string('x', 72) + "\r\n", 28)));

    public static async Task Send(int port, int sessions, int perConnection, int count)
    {
        var options = new SmtpClientOptions { MessagesPerConnectionMax = perConnection };
        await using var pool = new ConnectionPool(options, TimeProvider.System);
        var guard = new AddressGuard([IPNetwork.Parse("127.0.0.0/8")]);
        var delivery = new SmtpDelivery(options, pool, guard, TimeProvider.System);
        var route = new DeliveryRoute(
            [new MailHost("localhost", 0, [IPAddress.Loopback])], DomainName.Parse("bench.test"))
        {
            Port = port,
            Tls = TlsPolicy.None,
        };
        var from = ReversePath.Of(EmailAddress.Parse("sender@bench.test"));
        var to = ForwardPath.Of(EmailAddress.Parse("recipient@sink.test"));
        await Task.WhenAll(Enumerable.Range(0, sessions).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < count / sessions; i++)
            {
                var outcome = await delivery.Send(route, new(from, [to], [Content]), CancellationToken.None);
                if (outcome.Recipients[0].Reply.Code != 250)
                    throw new InvalidOperationException(outcome.Recipients[0].ToString());
            }
        })));
    }
}
