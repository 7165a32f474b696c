using System.Collections.Immutable;
using Actors.Api.Hosting;

namespace Actors.Api.SmtpAccounts;

/// <summary>Accounts as a tenant asks for them.</summary>
internal static class AccountExamples
{
    public static ImmutableArray<Example> Asking { get; } =
    [
        new("platform", "A platform account for a newsletter", """
            {
              "name": "Newsletter", "email": "news@shop.example", "display_name": "The shop",
              "reply_to": {"email": "service@shop.example", "name": "Service"}, "stream": "marketing",
              "override_from": {
                "email_detail": "manager_email", "name_detail": "manager_name",
                "fallback": {"email": "news@shop.example", "name": "The shop"}
              }
            }
            """, 201),
        new("own", "An account over a server of one's own", """
            {
              "kind": "own", "name": "Our server", "email": "service@shop.example",
              "server": {
                "host": "smtp.shop.example", "port": 465, "security": "ssl", "user": "service@shop.example",
                "password": "the-mailbox-password"
              }
            }
            """, 201),
    ];
}
