using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests;

/// <summary>What becomes of a message by what Postfix says to it.</summary>
[Collection(LabCollection.Name)]
public sealed class ReplyTests(InteropLab lab)
{
    [LabFact]
    public async Task a_greylisted_recipient_is_tried_again_and_delivered()
    {
        var recipient = Mails.At("picky", "later");
        var id = await lab.Api.Send(Mails.To(recipient));
        var deferred = await lab.Api.One(id, "deferred", "delivered", "bounced");
        deferred.Text("status").ShouldBe("deferred");
        deferred.Text("last_reply").ShouldContain("Greylisted, come back later");
        deferred.Attempts().ShouldHaveSingleItem().Text("enhanced_code").ShouldBe("4.7.1");

        lab.Policy.Admit(recipient);
        await lab.Api.Retry(id);
        (await lab.Api.One(id, "delivered", "bounced")).AttemptTypes()
            .ShouldBe(["message.deferred", "message.delivered"]);
        await lab.Mail.For(recipient);
    }

    [LabFact]
    public async Task a_refused_recipient_bounces_with_the_servers_own_words()
    {
        var bounced = await lab.Api.One(
            await lab.Api.Send(Mails.To(Mails.At("picky", "gone"))), "bounced", "deferred", "delivered");
        bounced.Text("status").ShouldBe("bounced");
        bounced.Text("last_reply").ShouldContain("Nobody of that name lives here");
        var attempt = bounced.Attempts().ShouldHaveSingleItem();
        (attempt.Text("code"), attempt.Text("enhanced_code")).ShouldBe(("550", "5.1.1"));
        attempt.Text("hardness").ShouldBe("hard");
    }

    [LabFact]
    public async Task of_two_recipients_each_gets_its_own_answer()
    {
        var told = await lab.Api.Until(
            await lab.Api.Send(Mails.To(Mails.At("picky", "gone2"), Mails.At("picky", "bob"))), "bounced", "delivered");
        told.Select(each => each!.Text("status")).ShouldBe(["bounced", "delivered"]);
    }

    [LabFact]
    public async Task starttls_is_used_where_nobody_vouches_for_the_certificate_and_told()
    {
        var recipient = Mails.At("tls", "ann");
        var delivered = await lab.Api.One(await lab.Api.Send(Mails.To(recipient)), "delivered", "bounced", "deferred");
        delivered.Attempts()[^1].Text("tls").ShouldStartWith("Tls1");
        (await lab.Mail.For(recipient)).Trace.ShouldContain("using TLSv1.");
    }

    [LabFact]
    public async Task without_starttls_the_attempt_names_no_tls()
    {
        var delivered = await lab.Api.One(
            await lab.Api.Send(Mails.To(Mails.At("plain", "clear"))), "delivered", "bounced", "deferred");
        delivered.Attempts()[^1].Text("tls").ShouldBe("");
    }
}
