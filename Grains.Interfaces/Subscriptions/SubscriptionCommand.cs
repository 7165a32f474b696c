using Actors.Grains.Plans;

namespace Actors.Grains.Subscriptions;

/// <summary>What can be asked of a contract: a closed set. Each may be repeated.</summary>
[GenerateSerializer, Immutable, Alias("subscription-command")]
public abstract record SubscriptionCommand
{
    private SubscriptionCommand()
    {
    }

    /// <summary>By the tenant: the operator is to decide.</summary>
    [GenerateSerializer, Immutable, Alias("subscription-command.ask")]
    public sealed record Ask(PlanWish Wish, string Note) : SubscriptionCommand;

    /// <summary>By the tenant: a request is not meant any more.</summary>
    [GenerateSerializer, Immutable, Alias("subscription-command.withdraw")]
    public sealed record Withdraw(string Request) : SubscriptionCommand;

    /// <summary>By the operator: a request is carried out at once.</summary>
    [GenerateSerializer, Immutable, Alias("subscription-command.activate")]
    public sealed record Activate(string Request) : SubscriptionCommand;

    /// <summary>By the operator.</summary>
    [GenerateSerializer, Immutable, Alias("subscription-command.decline")]
    public sealed record Decline(string Request, string Reason) : SubscriptionCommand;

    /// <summary>By the operator: any plan, where what is used has room in it.</summary>
    [GenerateSerializer, Immutable, Alias("subscription-command.set-plan")]
    public sealed record SetPlan(PlanName Plan) : SubscriptionCommand;

    /// <summary>By the operator.</summary>
    /// <param name="Quantity">0 takes the add-on away.</param>
    [GenerateSerializer, Immutable, Alias("subscription-command.set-add-on")]
    public sealed record SetAddOn(AddOn AddOn, int Quantity) : SubscriptionCommand;

    /// <summary>By the tenant: to a smaller plan, at once.</summary>
    [GenerateSerializer, Immutable, Alias("subscription-command.downgrade")]
    public sealed record Downgrade(PlanName Plan) : SubscriptionCommand;

    /// <param name="AddOn">Null for the plan.</param>
    [GenerateSerializer, Immutable, Alias("subscription-command.cancel")]
    public sealed record Cancel(AddOn? AddOn) : SubscriptionCommand;

    /// <summary>Takes a notice back.</summary>
    /// <param name="AddOn">Null for the plan.</param>
    [GenerateSerializer, Immutable, Alias("subscription-command.keep")]
    public sealed record Keep(AddOn? AddOn) : SubscriptionCommand;

    [GenerateSerializer, Immutable, Alias("subscription-command.describe")]
    public sealed record Describe(CustomerData Customer) : SubscriptionCommand;

    /// <summary>By the operator: an entry of the ledger.</summary>
    /// <param name="Amount">In minor units: above 0 owed, below 0 to the tenant's credit.</param>
    /// <param name="Reference">Once in a ledger.</param>
    [GenerateSerializer, Immutable, Alias("subscription-command.book")]
    public sealed record Book(LedgerKind Kind, long Amount, string Note, string Reference) : SubscriptionCommand;
}
