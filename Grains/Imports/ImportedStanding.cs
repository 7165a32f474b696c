using Actors.Grains.Contacts;
using Actors.Grains.Submissions;

namespace Actors.Grains.Imports;

/// <summary>What a contact was where a file comes from holds here, too, where it is graver: it ends sending, and never
/// allows it. Pure.</summary>
internal static class ImportedStanding
{
    private const string NoConsent = "Who has not confirmed there has to sign up here: no consent comes with a file.";

    private static readonly Refusal Unconfirmed = new(
        RefusalCode.InvalidField, NoConsent, [new FieldError("/standing", "unconfirmed", NoConsent)]);

    /// <param name="before">As it was before the row.</param>
    /// <param name="made">As the rest of the row makes it.</param>
    public static (ContactState State, Refusal? Refusal) Of(
        ContactState before, ContactState made, ContactStanding standing, DateTimeOffset now)
    {
        if (standing <= made.Standing)
            return (made, null);
        var mark = new ContactMark(now, Message: null);
        return standing switch
        {
            ContactStanding.Unconfirmed => (made, before.IsContact ? null : Unconfirmed),
            ContactStanding.Unsubscribed => (ContactRules.Unsubscribed(made, mark, list: null), null),
            ContactStanding.Bounced => (ContactRules.Bounced(made, mark, category: null), null),
            _ => (ContactRules.Complained(made, mark), null),
        };
    }
}
