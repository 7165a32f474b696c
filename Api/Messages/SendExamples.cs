using System.Collections.Immutable;
using Actors.Api.Hosting;

namespace Actors.Api.Messages;

internal static class SendExamples
{
    public const string Description =
        """
        Takes one message for up to 50 recipients in `to`, `cc` and `bcc`. Each recipient becomes a delivery of its own
        (`rcp_...`), all of them together the message (`msg_...`). A 202 is given only when everything is durable.

        A mailbox that is named twice is refused. Unknown fields are refused. A value of `null` is the same as no value.
        """;

    public static ImmutableArray<Example> All { get; } =
    [
        new("receipt", "A receipt in text and HTML", """
            {
              "smtp_account": "acc_shop",
              "from": {"email": "orders@shop.example", "name": "Shop"},
              "to": [{"email": "ann@sandbox.test", "name": "Ann", "variables": {"order": "7781"}}],
              "reply_to": "help@shop.example",
              "subject": "Your order {{order}}",
              "text": "Thank you for order {{order}}.",
              "html": "<p>Thank you for order <b>{{order}}</b>.</p>",
              "headers": {"X-Order": "7781"},
              "tags": ["order"],
              "metadata": {"order_id": "7781"}
            }
            """, 202),
        new("template", "Words of a template, with values for all and for one recipient", """
            {
              "smtp_account": "acc_shop",
              "from": "Shop <orders@shop.example>",
              "to": [{"email": "ann@sandbox.test", "variables": {"name": "Ann"}}],
              "template": {
                "id": "welcome",
                "variables": {"tenant": "Shop"}
              }
            }
            """, 202),
        new("attachment", "A PDF, and a picture within the HTML", """
            {
              "smtp_account": "acc_shop",
              "from": "Shop <orders@shop.example>",
              "to": ["ann@sandbox.test"],
              "subject": "Your invoice",
              "html": "<p><img src=\"cid:logo\" alt=\"\"> The invoice is attached.</p>",
              "attachments": [
                {"filename": "invoice.pdf", "content_type": "application/pdf", "content": "JVBERi0xLjQK"},
                {"filename": "logo.png", "content_type": "image/png", "content": "iVBORw0KGgo=",
                 "disposition": "inline", "content_id": "logo"}
              ]
            }
            """, 202),
        new("newsletter", "Marketing mail that a recipient leaves with one click", """
            {
              "smtp_account": "acc_shop",
              "from": "Shop <news@shop.example>",
              "to": [{"email": "ann@sandbox.test", "variables": {"token": "q7f3"}}],
              "subject": "New in the shop",
              "text": "To leave: https://shop.example/leave/{{token}}",
              "stream": "marketing",
              "list_id": "Shop news <news.shop.example>",
              "list_unsubscribe": {
                "url": "https://shop.example/leave/{{token}}",
                "mailto": "mailto:leave@shop.example?subject=leave",
                "one_click": true
              }
            }
            """, 202),
        new("code", "A one-time password: of no use after ten minutes, and never sent twice", """
            {
              "smtp_account": "acc_shop",
              "from": "orders@shop.example",
              "to": "ann@sandbox.test",
              "subject": "Your code is 204 611",
              "text": "204 611",
              "expires_in": "PT10M",
              "on_uncertain": "hold"
            }
            """, 202),
        new("dry_run", "Checked, not sent", """
            {
              "smtp_account": "acc_shop",
              "from": "orders@shop.example",
              "to": ["ann@sandbox.test"],
              "subject": "Hello",
              "text": "Hello",
              "dry_run": true
            }
            """, 200),
        new("no_domain", "An address without a domain is refused", """
            {
              "smtp_account": "acc_shop",
              "from": "orders@shop.example",
              "to": ["broken@"],
              "subject": "Hello",
              "text": "Hello"
            }
            """, 422),
    ];
}
