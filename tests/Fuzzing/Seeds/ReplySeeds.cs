using System.Collections.Immutable;
using System.Text;

namespace Actors.Fuzzing.Seeds;

/// <summary>Replies that refuse, defer and accept.</summary>
internal static class ReplySeeds
{
    public static ImmutableArray<byte[]> All { get; } =
    [
        .. new[]
        {
            "250 2.0.0 Ok: queued as 4F1", "550 5.1.1 <a@example.org>: Recipient address rejected: User unknown",
            "552-5.2.2 The mailbox is over its quota.\r\n552 5.2.2 https://example.org/help",
            "451 4.7.1 Greylisted, try again in 300 seconds",
            "554 5.7.1 Service unavailable; client [192.0.2.1] blocked",
            "550 5.7.26 Unauthenticated mail is refused by policy", "421 4.7.0 Too many connections, slow down",
            "550 relaying denied", "554 rejected as spam", "450 4.2.0 queued for review", "5xx",
        }.Select(Encoding.UTF8.GetBytes),
    ];
}
