using System.Text;
using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests.Templates;

/// <summary>Sends that name a template.</summary>
[Collection(Harness.Gateway.Name)]
public sealed class TemplateSendTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_message_keeps_the_words_it_was_accepted_with()
    {
        var tenant = await WithTemplate("Order {{order.id}} of {{name}}");
        var sent = await tenant.Http.Send(Mail(
            """{"id":"tpl_a","variables":{"order":{"id":7},"name":"all"}}""")).Status(202);
        await tenant.Http.Put(
            "/v1/templates/tpl_a", """{"subject":"Changed","text":"Changed","publish":true}""").Status(200);
        await tenant.Http.Delete("/v1/templates/tpl_a").Status(204);

        (await Bytes(tenant, sent, 0)).ShouldContain("Subject: Order 7 of A&nn\r\n");
        (await Bytes(tenant, sent, 0)).ShouldContain("Hello <A&nn>");
        (await Bytes(tenant, sent, 0)).ShouldContain("<p>Hello A&amp;nn</p>");
        (await Bytes(tenant, sent, 1)).ShouldContain("Subject: Order 7 of all\r\n");
        (await Bytes(tenant, sent, 1)).ShouldBe(await Bytes(tenant, sent, 1));
        (await tenant.Http.Get($"/v1/messages/{sent.Text("id")}").Status(200)).Text("subject")
            .ShouldBe("Order 7 of all");
    }

    [Fact]
    public async Task a_version_can_be_named_and_the_footer_follows()
    {
        var tenant = await WithTemplate("One");
        await tenant.Http.Put("/v1/templates/tpl_a", """{"subject":"Two","text":"Two","publish":true}""").Status(200);
        await tenant.Http.Put("/v1/email-footer", """{"text":"Footer of {{shop}}"}""").Status(200);
        var sent = await tenant.Http.Send(Mail("""{"id":"tpl_a","version":1,"variables":{"shop":"Shop"}}"""))
            .Status(202);
        (await Bytes(tenant, sent, 0)).ShouldContain("Subject: One\r\n");
        (await Bytes(tenant, sent, 0)).ShouldContain("Footer of Shop");
        var refused = await tenant.Http.Send(Mail("""{"id":"tpl_a","version":9}""")).Problem(422, "invalid_field");
        refused.Places.ShouldBe(["unknown_version /template/version"]);
    }

    [Fact]
    public async Task the_tenants_own_standard_mails_are_sent_and_the_platforms_are_not()
    {
        var tenant = await gateway.NewTenant();
        var sent = await tenant.Http.Send(Mail(
            """{"id":"welcome","variables":{"tenant":"Shop","unsubscribe_url":"https://shop.example/u"}}"""))
            .Status(202);
        (await Bytes(tenant, sent, 0)).ShouldContain("Subject: Welcome to Shop\r\n");
        await tenant.Http.Send(Mail("""{"id":"password-reset"}""")).Problem(422, "invalid_field");
        await tenant.Http.Send(Mail("""{"id":"tpl_unknown"}""")).Problem(422, "invalid_field");
    }

    [Theory]
    [InlineData("""{"id":"tpl_a","variables":{"name":"a\r\nBcc: eve@example.net"}}""", "invalid_header /subject")]
    [InlineData("""{"id":"tpl_a","variables":[]}""", "wrong_type /template/variables")]
    [InlineData("""{"variables":{}}""", "missing /template/id")]
    [InlineData("""{"id":"tpl_a","version":0}""", "wrong_type /template/version")]
    [InlineData("""{"id":"tpl_a","colour":1}""", "unknown_field /template/colour")]
    [InlineData("""{"id":"tpl_a","variables":{"a":[[[[[[[[1]]]]]]]]}}""", "invalid_values /template/variables")]
    public async Task what_cannot_be_sent_is_refused_at_once(string template, string place)
    {
        var tenant = await WithTemplate("Hello {{name}}");
        var mail = JsonNode.Parse(Mail(template))!.AsObject();
        mail["to"] = "ann@example.net";
        (await tenant.Http.Send(mail.ToJsonString()).Problem(422, "invalid_field")).Places.ShouldContain(place);
    }

    [Fact]
    public async Task words_beside_a_template_are_refused()
    {
        var tenant = await WithTemplate("Hello");
        var mail = JsonNode.Parse(Mail("""{"id":"tpl_a"}"""))!.AsObject();
        (mail["subject"], mail["html"]) = ("Hello", "<p>");
        (await tenant.Http.Send(mail.ToJsonString()).Problem(422, "invalid_field")).Places
            .ShouldBe(["beside_template /subject", "beside_template /html"]);
    }

    [Fact]
    public async Task a_template_that_was_never_published_is_not_sent()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/templates", TemplateTests.Words("Draft", "tpl_a")).Status(201);
        (await tenant.Http.Send(Mail("""{"id":"tpl_a"}""")).Problem(422, "invalid_field")).Places
            .ShouldBe(["not_published /template/id"]);
    }

    private async Task<TestTenant> WithTemplate(string subject)
    {
        var tenant = await gateway.NewTenant();
        var template = JsonNode.Parse(TemplateTests.Words(subject, "tpl_a"))!.AsObject();
        template["text"] = "Hello <{{name}}>";
        template["html"] = "<p>Hello {{name}}</p>";
        template["publish"] = true;
        await tenant.Http.Post("/v1/templates", template.ToJsonString()).Status(201);
        return tenant;
    }

    private static string Mail(string template)
    {
        var mail = Mails.Valid();
        mail.Remove("subject");
        mail.Remove("text");
        mail["to"] = JsonNode.Parse("""[{"email":"ann@example.net","variables":{"name":"A&nn"}},"bob@example.net"]""");
        mail["template"] = JsonNode.Parse(template);
        return mail.ToJsonString();
    }

    private async Task<string> Bytes(TestTenant tenant, Answer sent, int recipient)
    {
        SubmissionId.TryParse(sent.Text("id"), out var id).ShouldBeTrue();
        var stored = await gateway.Services.GetRequiredService<IContentReader>().Read(tenant.Id, id);
        var message = gateway.Wire.Started(new MessageKey(tenant.Id, new MessageId(id, recipient)));
        var order = await message;
        var pieces = MessageRendering.Render(
            tenant.Id, stored!, order.Variables, StreamMarks.Of(
                MailStream.Transactional, order.Account, tenant.Id, order.ReversePath, "actors"));
        return Encoding.UTF8.GetString([.. pieces.SelectMany(piece => piece.ToArray())]);
    }
}
