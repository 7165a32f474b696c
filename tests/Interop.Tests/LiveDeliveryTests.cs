using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests;

[Collection(LabCollection.Name)]
public sealed class LiveDeliveryTests(InteropLab lab)
{
    [LabFact]
    public async Task mail_is_held_while_live_delivery_is_off_and_goes_out_when_it_is_on()
    {
        var recipient = Mails.At("plain", "patient");
        try
        {
            await lab.Api.SetLiveDelivery(false);
            var id = await lab.Api.Send(Mails.To(recipient));
            var held = await lab.Api.One(id, "held", "delivered", "bounced");
            held.Text("hold_reason").ShouldBe("live_delivery_off");
            held.Attempts().ShouldBeEmpty();

            await lab.Api.SetLiveDelivery(true);
            (await lab.Api.One(id, "delivered", "bounced")).Text("status").ShouldBe("delivered");
            await lab.Mail.For(recipient);
        }
        finally
        {
            await lab.Api.SetLiveDelivery(true);
        }
    }
}
