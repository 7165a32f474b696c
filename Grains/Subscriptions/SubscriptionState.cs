using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Plans;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;

namespace Actors.Grains.Subscriptions;

/// <summary>A tenant's contract with the operator, and its account in the running cycle.</summary>
[GenerateSerializer, Alias("subscription-state")]
public sealed record SubscriptionState : IListed, IDue, IHasOutgoing<SubscriptionState>
{
    [Id(0)] public PlanName Plan { get; init; }

    /// <summary>What the plan was charged at in the running cycle, for a whole month.</summary>
    [Id(1)] public long PlanPrice { get; init; }

    /// <summary>Always the first moment of a month. Null while the plan goes on.</summary>
    [Id(2)] public DateTimeOffset? PlanEndsAt { get; init; }

    /// <summary>Each kind once, with a quantity above 0.</summary>
    [Id(3)] public ImmutableArray<OwnedAddOn> AddOns { get; init; } = [];

    /// <summary>Oldest first: every open one and the latest decided ones.</summary>
    [Id(4)] public ImmutableArray<PlanRequest> Requests { get; init; } = [];

    [Id(5)] public CustomerData Customer { get; init; } = new();

    [Id(6)] public LedgerCycle Cycle { get; init; } = new(default, "", 0, []);

    /// <summary>Cycles that are over and not yet with their own grains.</summary>
    [Id(7)] public ImmutableArray<LedgerCycle> Unfiled { get; init; } = [];

    /// <summary>Of the operator's entries in the cycle before: a repeated request is known by them.</summary>
    [Id(8)] public ImmutableArray<string> EarlierReferences { get; init; } = [];

    /// <summary>What the store erases the log by.</summary>
    [Id(9)] public LogRetention Retention { get; init; } = new(0, 0);

    /// <summary>Of a tenant from before there were plans, until it is put on one: nothing is limited, nothing charged
    /// for the plan, and its log is kept as long as any.</summary>
    [Id(10)] public bool Unlimited { get; init; }

    /// <summary>To tell of another plan.</summary>
    [Id(11)] public ImmutableArray<PlatformMail> Outgoing { get; init; } = [];

    /// <summary>Counts what was told of.</summary>
    [Id(12)] public int PlanChanges { get; init; }

    /// <summary>The next cycle; at once while one that is over is not filed, or a mail is not handed over.</summary>
    public DateTimeOffset? DueAt => !Outgoing.IsEmpty ? DateTimeOffset.UnixEpoch
        : Unfiled is [var over, ..] ? over.Month.Ends()
        : Cycle.Month.Ends();

    public SubscriptionState WithOutgoing(ImmutableArray<PlatformMail> outgoing) =>
        this with { Outgoing = outgoing };

    public Listing? Listed(string key) => new(ListingKinds.Subscription, TenantId.Parse(key), key)
    {
        Marks = Requests.Any(one => one.Status == RequestStatus.Open)
            ? [Plan.Word(), SubscriptionMarks.Asking]
            : [Plan.Word()],
        Search = $"{Customer.Company} {Customer.ContactEmail}",
    };

    public int QuantityOf(AddOn addOn) => AddOns.FirstOrDefault(one => one.Kind == addOn)?.Quantity ?? 0;
}

/// <param name="Days">Of the plan.</param>
/// <param name="ExtraDays">Of the add-on.</param>
[GenerateSerializer, Immutable, Alias("log-retention")]
public sealed record LogRetention(int Days, int ExtraDays);
