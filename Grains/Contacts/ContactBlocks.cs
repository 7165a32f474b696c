using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Submissions;

namespace Actors.Grains.Contacts;

/// <summary>What a tenant does with its blacklist: pure.</summary>
public static class ContactBlocks
{
    public static Refusal ComplaintStays { get; } = Refusal.Of(
        RefusalCode.Conflict, "Its owner has complained: nobody but its owner can take that back.");

    /// <returns>The very state it was given, where it is so already.</returns>
    public static ContactState Block(ContactState contact, ContactCommand.Block block, DateTimeOffset now)
    {
        var since = contact.Blocked is { } before && before.Holds(now) ? before.Since : now;
        var blocked = new ManualBlock(since, block.Until, block.Note);
        if (contact.Blocked == blocked)
            return contact;
        var known = ContactRules.Known(contact, block.Address, ContactOrigin.Api, now);
        return ContactRules.Noted(
            (known.CreatedAt == default ? known with { CreatedAt = now } : known) with
            {
                Blocked = blocked,
                BlockedDomain = block.Domain,
            },
            new ContactChange(now, ContactHappening.Blacklisted, Detail: block.Note));
    }

    /// <summary>Takes these reasons off, as far as there are any; or says why not.</summary>
    /// <returns>A state of null where nothing is left to remember, of a domain.</returns>
    public static (ContactState? State, Refusal? Refusal) Unblock(
        ContactState contact, BlacklistReasons reasons, DateTimeOffset now)
    {
        var there = contact.Blacklist & reasons;
        if (there == BlacklistReasons.None)
            return (contact, Answer.NotFound);
        var off = there & ~BlacklistReasons.Complaint;
        if (off == BlacklistReasons.None)
            return (contact, ComplaintStays);
        if (contact.BlockedDomain is not null)
            return (null, null);
        var next = contact with
        {
            Bounced = off.HasFlag(BlacklistReasons.HardBounce) ? null : contact.Bounced,
            Run = off.HasFlag(BlacklistReasons.HardBounce) ? [] : contact.Run,
            Unsubscribed = off.HasFlag(BlacklistReasons.Unsubscribe) ? null : contact.Unsubscribed,
            Causes = off.HasFlag(BlacklistReasons.Unsubscribe)
                ? ContactRules.WithoutLeaving(contact.Causes)
                : contact.Causes,
            Blocked = off.HasFlag(BlacklistReasons.Manual) ? null : contact.Blocked,
        };
        var names = string.Join(' ', Each.Where(one => off.HasFlag(one)).Select(one => one.ToText()));
        return (ContactRules.Noted(next, new ContactChange(now, ContactHappening.Unblacklisted, Detail: names)), null);
    }

    /// <summary>Why it is on the blacklist now, one entry for each reason.</summary>
    public static ImmutableArray<BlacklistEntry> Entries(ContactState contact, DateTimeOffset now)
    {
        var entries = ImmutableArray.CreateBuilder<BlacklistEntry>();
        Add(BlacklistReasons.HardBounce, contact.Bounced);
        Add(BlacklistReasons.Complaint, contact.Complained);
        Add(BlacklistReasons.Unsubscribe, contact.Unsubscribed);
        if (contact.Blocked is { } blocked && blocked.Holds(now))
            entries.Add(new BlacklistEntry(
                BlacklistReasons.Manual, blocked.Since, null, blocked.Until, blocked.Note));
        return entries.DrainToImmutable();

        void Add(BlacklistReasons reason, ContactMark? mark)
        {
            if (mark is not null)
                entries.Add(new BlacklistEntry(reason, mark.At, mark.Message, null, null));
        }
    }

    private static IEnumerable<BlacklistReasons> Each { get; } =
    [
        BlacklistReasons.HardBounce, BlacklistReasons.Complaint, BlacklistReasons.Unsubscribe, BlacklistReasons.Manual,
    ];
}
