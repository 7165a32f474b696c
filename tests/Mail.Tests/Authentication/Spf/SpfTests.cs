using System.Net;
using Actors.Mail.Authentication.Spf;
using Actors.Mail.Tests.Authentication.Lookups;

namespace Actors.Mail.Tests.Authentication.Spf;

/// <summary>What the tests of SPF share: a zone, and one sender unless told otherwise.</summary>
public abstract class SpfTests
{
    protected const string Client = "192.0.2.10";
    protected const string Sender = "ann@example.org";

    internal TestZone Zone { get; } = new();

    /// <summary>Gives example.org this policy and checks the sender.</summary>
    protected async Task<SpfResult> With(string policy, string client = Client, string sender = Sender)
    {
        Zone.Txt("example.org", policy);
        return (await Check(client, sender)).Result;
    }

    protected async Task<SpfVerdict> Check(
        string client = Client, string sender = Sender, string helo = "mail.example.org") =>
        await SpfCheck.Run(new SpfRequest(IPAddress.Parse(client), helo, sender), Zone, CancellationToken.None);
}
