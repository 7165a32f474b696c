using System.Diagnostics.CodeAnalysis;
using Actors.Grains.Messages;

namespace Actors.Grains.Couriers;

/// <summary>What waits for one site: transactional before marketing. And how many of its slots are leased and in
/// use.</summary>
public sealed class SiteLanes(string name, bool neverRests)
{
    private readonly TenantTurns transactional = new();
    private readonly TenantTurns marketing = new();

    public string Name { get; } = name;

    public bool NeverRests { get; } = neverRests;

    /// <summary>Orders added and not taken; withdrawn ones count until they are met.</summary>
    public int Waiting { get; private set; }

    /// <summary>Slots leased from the destination; for a moment fewer than are in use, when the site bears less than
    /// before.
    /// </summary>
    public int Leased { get; set; }

    /// <summary>Slots with an attempt on the wire.</summary>
    public int InUse { get; set; }

    /// <summary>Whether the destination is being asked for slots, or a timer will ask it.</summary>
    public bool Asked { get; set; }

    /// <summary>Whether the destination had no more slots: no use in asking again before it was told something
    /// new.</summary>
    public bool Refused { get; set; }

    /// <summary>Whether the destination was told of a failure since it was asked last: its answer is older than
    /// that.</summary>
    public bool HasNews { get; set; }

    /// <summary>Whether it waits for a connection that another site has, the courier having no more.</summary>
    public bool Starved { get; set; }

    /// <summary>Attempts that were answered and are not told to the destination yet.</summary>
    public int Answered { get; set; }

    /// <summary>Whether nothing was added since the last look for idle sites.</summary>
    public bool Quiet { get; set; }

    public bool WantsSlots => Waiting > 0 && InUse >= Leased && !Asked && !Refused;

    public bool IsIdle => Waiting == 0 && InUse == 0;

    public void Add(DeliveryOrder order)
    {
        (order.Stream == MailStream.Transactional ? transactional : marketing).Add(order);
        Waiting++;
    }

    public bool TryTake([NotNullWhen(true)] out DeliveryOrder? order)
    {
        if (!transactional.TryTake(out order) && !marketing.TryTake(out order))
            return false;
        Waiting--;
        return true;
    }
}
