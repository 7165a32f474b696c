using System.Text.Json.Nodes;
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

    [LabFact]
    public async Task an_alias_leads_to_the_exchange_of_the_name_it_stands_for() =>
        (await Host(Mails.At("alias", "ann"))).ShouldBe("mx1.lab.example");

    [LabFact]
    public async Task an_exchange_that_is_this_server_itself_is_a_loop() =>
        (await Bounce(Mails.At("self", "ann"))).Text("enhanced_code").ShouldBe("5.4.6");

    [LabFact]
    public async Task an_exchange_without_an_address_bounces() =>
        (await Bounce(Mails.At("void", "ann"))).Text("enhanced_code").ShouldBe("5.4.4");

    [LabFact]
    public async Task a_name_server_that_refuses_to_answer_defers_the_message()
    {
        var id = await lab.Api.Send(Mails.To("ann@elsewhere.test")); // nsd does not serve it: REFUSED
        var deferred = await lab.Api.One(id, "deferred", "bounced", "delivered");
        deferred.Text("status").ShouldBe("deferred");
        deferred.Attempts().ShouldHaveSingleItem().Text("enhanced_code").ShouldBe("4.4.3");
        await lab.Api.Cancel(id);
    }

    private async Task<string> Host(string recipient)
    {
        var delivered = await lab.Api.One(await lab.Api.Send(Mails.To(recipient)), "delivered", "bounced");
        return delivered.Attempts().ShouldHaveSingleItem().Text("host");
    }

    private async Task<JsonNode> Bounce(string recipient)
    {
        var bounced = await lab.Api.One(await lab.Api.Send(Mails.To(recipient)), "delivered", "bounced", "deferred");
        bounced.Text("status").ShouldBe("bounced");
        return bounced.Attempts().ShouldHaveSingleItem();
    }
}
