using System.Collections.Immutable;
using Actors.Grains.Plans;
using Actors.Grains.PlatformMails;
using Actors.Mail.Addresses;

namespace Actors.Grains.Subscriptions;

/// <summary>Who is told that a tenant is on another plan, whoever put it there: pure.</summary>
public static class PlanMails
{
    /// <summary>Whoever had none before, and is put on a first one, has changed nothing.</summary>
    public static bool IsChanged(SubscriptionState before, SubscriptionState after) =>
        !before.Unlimited && !after.Unlimited && before.Plan != after.Plan;

    /// <returns>The state with a mail to each admin: one commit with the change they tell of, each sent once.</returns>
    public static SubscriptionState Told(
        SubscriptionState before, SubscriptionState after, ImmutableArray<EmailAddress> admins, DateTimeOffset now)
    {
        var number = before.PlanChanges + 1;
        var from = before.PlanEndsAt is { } end && end <= now ? end : now;
        return after with
        {
            PlanChanges = number,
            Outgoing = after.Outgoing.AddRange(admins.Select(to => PlatformMail.PlanChanged(
                $"plan/{number}/{to.Key}", to, after.Plan.Word(), before.Plan.Word(), from))),
        };
    }
}
