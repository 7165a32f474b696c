using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests;

/// <summary>Servers that speak no SMTP, or stop speaking it. Each stage and each time-out is tried on a virtual clock
/// in Smtp.Tests; here the whole path is.</summary>
[Collection(LabCollection.Name)]
public sealed class FaultyServerTests(InteropLab lab)
{
    [LabFact]
    public async Task a_server_that_speaks_no_smtp_leads_to_the_next()
    {
        using var server = new ScriptedServer(lab.Network, Addresses.MxScripted);
        var answering = server.Answer("HTTP/1.1 400 Bad Request\r\n\r\n");
        var delivered = await lab.Api.One(
            await lab.Api.Send(Mails.To(Mails.At("rescued", "ann"))), "delivered", "deferred", "bounced");
        delivered.Attempts()[^1].Text("host").ShouldBe("mx1.lab.example");
        await answering;
    }

    [LabFact]
    public async Task garbage_instead_of_a_reply_defers_the_message()
    {
        using var server = new ScriptedServer(lab.Network, Addresses.MxScripted);
        var answering = server.Answer("220 mx\r\n", "\0\u0001garbage\r\n");
        var id = await lab.Api.Send(Mails.To(Mails.At("scripted", "garbage")));
        var deferred = await lab.Api.One(id, "deferred", "delivered", "bounced");
        deferred.Text("status").ShouldBe("deferred");
        deferred.Attempts()[^1].Text("enhanced_code").ShouldBe("4.5.0");
        await answering;
        await lab.Api.Cancel(id);
    }

    [LabFact]
    public async Task a_server_that_stalls_holds_up_nobody_else()
    {
        using var server = new ScriptedServer(lab.Network, Addresses.MxScripted);
        var stalled = await lab.Api.Send(Mails.To(Mails.At("scripted", "stalled")));
        await using (await server.Caller())
        {
            var others = await lab.Api.Send(Mails.To(Mails.At("plain", "other1"), Mails.At("ordered", "other2")));
            await lab.Api.Until(others, "delivered");
            (await lab.Api.One(stalled, "attempting", "accepted")).Attempts().ShouldBeEmpty();
        }
        (await lab.Api.One(stalled, "deferred", "delivered", "bounced")).Text("last_reply").ShouldContain("4.4.2");
        await lab.Api.Cancel(stalled);
    }

    [LabFact]
    public async Task a_connection_cut_after_the_final_dot_is_told_as_uncertain_and_tried_again()
    {
        using var server = new ScriptedServer(lab.Network, Addresses.MxScripted);
        var id = await lab.Api.Send(Mails.To(Mails.At("scripted", "cut")));
        await server.Answer(
            "220 mx\r\n", "250 mx\r\n", "250 sender\r\n", "250 recipient\r\n", "354 go\r\n", "");
        var deferred = await lab.Api.One(id, "deferred", "held", "delivered", "bounced");
        deferred.Text("status").ShouldBe("deferred");
        deferred.Attempts()[^1].Text("uncertain").ShouldBe("true");

        await lab.Api.Retry(id);
        await server.Answer(
            "220 mx\r\n", "250 mx\r\n", "250 sender\r\n", "250 recipient\r\n", "354 go\r\n", "250 stored\r\n");
        (await lab.Api.One(id, "delivered", "bounced")).Text("status").ShouldBe("delivered");
    }
}
