using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests;

/// <summary>Whoever owns a domain decides where its records point; the operator's network is not his to
/// reach.</summary>
[Collection(LabCollection.Name)]
public sealed class EgressTests(InteropLab lab)
{
    [LabFact]
    public Task an_exchange_on_loopback_is_never_connected_to() => IsRefused("loopback", Addresses.Loopback);

    [LabFact]
    public Task a_domain_at_a_private_address_is_never_connected_to() => IsRefused("private", Addresses.Private);

    private async Task IsRefused(string domain, string address)
    {
        using var server = new ScriptedServer(lab.Network, address);
        var refused = await lab.Api.One(
            await lab.Api.Send(Mails.To(Mails.At(domain, "ann"))), "bounced", "deferred", "delivered");
        refused.Text("status").ShouldBe("bounced");
        refused.Text("last_reply").ShouldContain("may not be connected to");
        refused.Attempts().ShouldHaveSingleItem().Text("address").ShouldBe("");
        server.WasCalled.ShouldBeFalse();
    }
}
