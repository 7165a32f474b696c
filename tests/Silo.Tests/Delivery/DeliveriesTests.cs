using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Threading.Channels;
using Actors.Grains.Couriers;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;
using Actors.Silo.Delivery;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Silo.Tests.Delivery;

/// <summary>A fault of ours in an attempt neither loses a message nor leaves it lying.</summary>
public sealed class DeliveriesTests
{
    private readonly BrokenGrains grains = new();

    [Fact]
    public async Task a_fault_counts_as_an_attempt_so_that_the_message_goes_by_its_schedule()
    {
        await Deliver(OnUncertain.Retry);
        var report = grains.Calls.ToArray()[^2].Single().ShouldBeOfType<AttemptReport>();
        (report.Attempt, report.Epoch).ShouldBe((3, 7L));
        report.Outcome.ShouldBeOfType<AttemptOutcome.Uncertain>().Reply.ToString()
            .ShouldBe("451 4.3.0 A fault in this system ended the attempt");
    }

    [Fact]
    public async Task a_message_that_must_not_be_sent_twice_is_left_to_its_own_clock()
    {
        await Deliver(OnUncertain.Hold);
        grains.Calls.SelectMany(arguments => arguments).OfType<AttemptReport>().ShouldBeEmpty();
    }

    /// <summary>Until the courier has its slot back.</summary>
    private async Task Deliver(OnUncertain policy)
    {
        var attempts = new AttemptMaker(
            grains, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!,
            new LifecycleOptions(), TimeProvider.System);
        using var deliveries = new Deliveries(
            grains, attempts, TimeProvider.System, NullLogger<Deliveries>.Instance);
        var submission = SubmissionId.Create(TimeProvider.System.GetUtcNow(), new byte[10]);
        var order = new DeliveryOrder(
            new MessageKey(TenantId.Parse("acme"), new MessageId(submission, 0)), default, default,
            EmailAddress.Parse("you@example.org"), ReversePath.Null, Epoch: 7, Attempt: 3, policy,
            ImmutableDictionary<string, string>.Empty);
        deliveries.Start(order, "courier", "site");
        (await grains.Slots.Reader.ReadAsync()).ShouldBe(SlotResult.Unused);
    }

    /// <summary>Grains that fail, except when they are told how an attempt ended.</summary>
    private sealed class BrokenGrains : IGrainFactory
    {
        public ConcurrentQueue<object?[]> Calls { get; } = new();

        public Channel<SlotResult> Slots { get; } = Channel.CreateUnbounded<SlotResult>();

        public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
            where TGrainInterface : IGrainWithStringKey
        {
            var grain = DispatchProxy.Create<TGrainInterface, Grain>();
            ((Grain)(object)grain).All = this;
            return grain;
        }

        public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw new NotSupportedException();

        public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
            where TGrainInterface : IAddressable => throw new NotSupportedException();

#pragma warning disable CA1852 // DispatchProxy derives from it
        public class Grain : DispatchProxy
#pragma warning restore CA1852
        {
            public BrokenGrains All { get; set; } = null!; // set as soon as it is made

            protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
            {
                if (targetMethod!.Name is not ("Report" or "Finished"))
                    throw new InvalidOperationException($"{targetMethod.Name} is broken");
                All.Calls.Enqueue(args!);
                if (args![^1] is SlotResult result)
                    All.Slots.Writer.TryWrite(result);
                return Task.CompletedTask;
            }
        }
    }
}
