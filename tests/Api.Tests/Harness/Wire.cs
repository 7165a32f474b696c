using System.Collections.Concurrent;
using Actors.Grains.Couriers;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;

namespace Actors.Api.Tests.Harness;

/// <summary>Takes attempts and makes none: a test says how each ends.</summary>
public sealed class Wire : IDeliveries
{
    private readonly ConcurrentDictionary<MessageKey, TaskCompletionSource<Attempt>> started = new();

    public IGrainFactory Grains { get; set; } = null!; // set before the gateway starts

    public void Start(DeliveryOrder order, string courier, string site) =>
        Of(order.Message).TrySetResult(new Attempt(order, courier, site));

    /// <summary>Waits until the message's attempt is under way, and ends it.</summary>
    public async Task End(MessageKey message, AttemptOutcome outcome)
    {
        var (order, courier, site) = await Of(message).Task;
        started.TryRemove(message, out _);
        await Grains.GetGrain<IMessageGrain>(message.ToString())
            .Report(new AttemptReport(order.Attempt, order.Epoch, outcome, AttemptTrace.None));
        await Grains.GetGrain<ICourierGrain>(courier).Finished(message, site, SlotResult.Answered);
    }

    /// <summary>Key of the courier that handed the attempt over.</summary>
    public async Task<string> CourierOf(MessageKey message) => (await Of(message).Task).Courier;

    public async Task<DeliveryOrder> Started(MessageKey message) => (await Of(message).Task).Order;

    private TaskCompletionSource<Attempt> Of(MessageKey message) => started.GetOrAdd(
        message, _ => new TaskCompletionSource<Attempt>(TaskCreationOptions.RunContinuationsAsynchronously));

    private sealed record Attempt(DeliveryOrder Order, string Courier, string Site);
}
