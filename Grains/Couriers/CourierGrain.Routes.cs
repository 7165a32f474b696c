using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Mail.Replies;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Couriers;

/// <content>Routes: which lanes an order goes to, or why to none.</content>
public sealed partial class CourierGrain
{
    private static readonly Reply NoRoute = Reply.Of(451, "4.3.0", "No route could be found");

    private void FindRoute(DeliveryOrder order)
    {
        var route = Find(order);
        if (route.IsCompletedSuccessfully)
            Place(order, route.Result);
        else
            _ = PlaceLater(order, route); // DNS takes its time, and the lanes go on
    }

    private async ValueTask<Route> Find(DeliveryOrder order)
    {
        try
        {
            return order.ByOwnServer
                ? await routing.FindOwn(
                    order.Recipient.Domain, new AccountKey(order.Message.Tenant, order.Account))
                : await routing.Find(order.Recipient.Domain, order.Message.Tenant);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "no route for {Domain} could be found", order.Recipient.Domain);
            return new Route.Nowhere(NoRoute);
        }
    }

    private async Task PlaceLater(DeliveryOrder order, ValueTask<Route> pending) => Place(order, await pending);

    private void Place(DeliveryOrder order, Route route)
    {
        switch (route)
        {
            case Route.Site site:
                if (!sites.TryGetValue(site.Name, out var lanes))
                    sites[site.Name] = lanes = new SiteLanes(site.Name, site.NeverRests);
                lanes.Add(order);
                lanes.Quiet = false;
                Dispatch(lanes);
                break;
            case Route.Withheld withheld:
                Decline(order, new AttemptOutcome.Withheld(withheld.Reason));
                break;
            case Route.Nowhere nowhere:
                Decline(order, nowhere.Reply.IsPermanent
                    ? new AttemptOutcome.Permanent(nowhere.Reply)
                    : new AttemptOutcome.Transient(nowhere.Reply, null));
                break;
        }
    }

    private void Decline(DeliveryOrder order, AttemptOutcome outcome)
    {
        book.Drop(order.Message);
        _ = Tell(order, outcome);
    }
}
