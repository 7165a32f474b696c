using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Contacts;

/// <summary>Days of one address, and what is told of its messages.</summary>
internal static class Causes
{
    public static readonly DateTimeOffset Start = new(2030, 3, 4, 9, 0, 0, TimeSpan.Zero);
    public static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.org");

    public static readonly Verdict Unknown = new("invalid_recipient", true, "recipient", "r");
    public static readonly Verdict Full = new("mailbox_full", false, "recipient", "r");
    public static readonly Verdict DomainSoft = new("dns_failure", false, "domain", "r");
    public static readonly Verdict Blocked = new("mail_block", false, "sender_ip", "r");

    public static MessageId Message(int number) =>
        new(SubmissionId.FromKey(SortableId.FromBits((UInt128)number)), 0);

    public static ContactCause Failed(int message, double day, Verdict verdict, int timeScale = 1) =>
        new ContactCause.Failed(verdict)
        { Message = Message(message), At = Start.AddDays(day), Address = Ann, TimeScale = timeScale };

    public static ContactCause Delivered(int message, double day) =>
        new ContactCause.Delivered { Message = Message(message), At = Start.AddDays(day), Address = Ann };

    public static ContactCause Complained(int message, double day) =>
        new ContactCause.Complained { Message = Message(message), At = Start.AddDays(day), Address = Ann };

    public static ContactCause LateBounced(int message, double day, Verdict verdict) =>
        new ContactCause.LateBounced(verdict) { Message = Message(message), At = Start.AddDays(day), Address = Ann };

    public static ContactCause Unsubscribed(int message, double day, string? list = null) =>
        new ContactCause.Unsubscribed(list) { Message = Message(message), At = Start.AddDays(day), Address = Ann };

    public static ContactState After(params ContactCause[] causes) => After(new ContactState(), causes);

    public static ContactState After(ContactState state, params ContactCause[] causes) =>
        causes.Aggregate(state, (contact, cause) => ContactRules.Apply(contact, cause, new ContactOptions()));

    public static IEnumerable<string> Story(this ContactState contact) =>
        contact.History.Select(change => $"{(change.At - Start).TotalDays:0.##} {change.What.ToText()}");
}
