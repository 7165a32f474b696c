using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests;

/// <summary>Which server gets the mail, by the records of a real name server (RFC 5321 §5.1).</summary>
[Collection(LabCollection.Name)]
public sealed class RoutingTests(InteropLab lab)
{
    [LabFact]
    public async Task the_lowest_preference_is_tried_first()
    {
        var recipient = Mails.At("ordered", "ann");
        (await Host(recipient)).ShouldBe("mx2.lab.example");
        (await lab.Mail.For(recipient)).Trace.ShouldContain("by mx2.lab.example (Postfix)");
    }

    [LabFact]
    public async Task a_dead_first_exchange_leads_to_the_second()
    {
        var recipient = Mails.At("half-dead", "ann");
        (await Host(recipient)).ShouldBe("mx1.lab.example");
        (await lab.Mail.For(recipient)).Trace.ShouldContain("by mx1.lab.example (Postfix)");
    }

    [LabFact]
    public async Task equal_preferences_share_the_mail()
    {
        var recipients = Enumerable.Range(0, 40).Select(i => Mails.At("equal", $"ann{i}")).ToArray();
        var delivered = await lab.Api.Until(await lab.Api.Send(Mails.To(recipients)), "delivered");
        delivered.Select(each => each!.Attempts()[^1].Text("host")).Distinct().Order()
            .ShouldBe(["mx1.lab.example", "mx2.lab.example"]);
    }

    [LabFact]
    public async Task without_an_exchange_the_address_of_the_domain_gets_it()
    {
        var recipient = Mails.At("bare", "ann");
        (await Host(recipient)).ShouldBe("bare.lab.example");
        (await lab.Mail.For(recipient)).Trace.ShouldContain("by mx2.lab.example (Postfix)");
    }

    [LabFact]
    public async Task a_null_exchange_bounces_at_once()
    {
        var attempt = await Bounce(Mails.At("null", "ann"));
        attempt.Text("enhanced_code").ShouldBe("5.1.10");
        attempt.Text("response").ShouldContain("null MX");
    }

    [LabFact]
    public async Task a_domain_that_does_not_exist_bounces_at_once()
    {
        var attempt = await Bounce(Mails.At("nowhere", "ann"));
        attempt.Text("enhanced_code").ShouldBe("5.1.2");
        attempt.Text("response").ShouldContain("nowhere.lab.example");
    }

    private async Task<string> Host(string recipient)
    {
        var delivered = await lab.Api.One(await lab.Api.Send(Mails.To(recipient)), "delivered", "bounced");
        return delivered.Attempts().ShouldHaveSingleItem().Text("host");
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Bounce(string recipient)
    {
        var bounced = await lab.Api.One(await lab.Api.Send(Mails.To(recipient)), "delivered", "bounced", "deferred");
        bounced.Text("status").ShouldBe("bounced");
        return bounced.Attempts().ShouldHaveSingleItem();
    }
}
