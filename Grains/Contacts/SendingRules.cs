using Actors.Grains.Messages;

namespace Actors.Grains.Contacts;

/// <summary>Who gets what: pure. The table is in docs/contacts.md.</summary>
public static class SendingRules
{
    /// <param name="contact">What is known of the address; a new state where nothing is.</param>
    /// <param name="domain">The entry of its domain on the blacklist; null for none.</param>
    /// <param name="question">Of the message.</param>
    /// <param name="now">Of the attempt.</param>
    /// <returns>Null for yes; of several reasons against it the gravest.</returns>
    public static SuppressionReason? May(
        ContactState contact, ManualBlock? domain, SendingQuestion question, DateTimeOffset now)
    {
        var isTransactional = question.Stream == MailStream.Transactional;
        var bypass = isTransactional ? question.Bypass : Bypasses.None;
        if (contact.Complained is not null)
            return SuppressionReason.Complaint;
        if (!bypass.HasFlag(Bypasses.Manual))
        {
            if (contact.Blocked?.Holds(now) == true)
                return SuppressionReason.Manual;
            if (domain?.Holds(now) == true)
                return SuppressionReason.ManualDomain;
        }
        if (contact.Bounced is not null && !bypass.HasFlag(Bypasses.Bounce))
            return SuppressionReason.HardBounce;
        return isTransactional || question.Bypass.HasFlag(Bypasses.Confirmation)
            ? null
            : Marketing(contact, question.List);
    }

    private static SuppressionReason? Marketing(ContactState contact, string? list)
    {
        if (contact.Unsubscribed is not null)
            return SuppressionReason.Unsubscribed;
        if (list is not null && contact.Lists.Any(one => one.Name == list && one.LeftAt is not null))
            return SuppressionReason.UnsubscribedFromList;
        return contact.Unconfirmed is not null ? SuppressionReason.Unconfirmed : null;
    }
}
