using Actors.Grains.Ids;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Silo.Inbound;

/// <summary>Whom mail is taken for: pure.</summary>
public static class InboundAddressRules
{
    /// <summary>Return paths of older messages are not known any more: nobody reports that late, and what a recipient
    /// kept is of no use to anybody for ever.</summary>
    public static readonly TimeSpan AgeMax = TimeSpan.FromDays(365);

    /// <summary>The same for every address that is not there, so that a forged return path learns nothing.</summary>
    public static readonly Reply Unknown = Reply.Of(550, "5.1.1", "No such address here");

    /// <summary>RFC 5321 §3.6.2: this server passes no mail on.</summary>
    public static readonly Reply NotOurs = Reply.Of(550, "5.7.1", "Relaying denied");

    /// <param name="isFeedback">The operator has registered the address with a feedback loop.</param>
    /// <param name="isOurHost">Return paths of the platform or of a tenant are at its domain.</param>
    /// <param name="claim">What its local part says, where its MAC is right; null for any other.</param>
    public static InboundAddress Of(
        EmailAddress address, bool isFeedback, bool isOurHost, ReturnPathClaim? claim, DateTimeOffset now) =>
        isFeedback ? new InboundAddress.Desk()
        : !isOurHost ? new InboundAddress.Refused(NotOurs)
        : claim is not null && IsFresh(claim, now) ? new InboundAddress.ReturnPath(claim)
        : IsRole(address.LocalPart) ? new InboundAddress.Desk()
        : new InboundAddress.Refused(Unknown);

    /// <summary>RFC 2142 §4, RFC 5321 §4.5.1.</summary>
    private static bool IsRole(string localPart) =>
        localPart.Equals("abuse", StringComparison.OrdinalIgnoreCase)
        || localPart.Equals("postmaster", StringComparison.OrdinalIgnoreCase);

    private static bool IsFresh(ReturnPathClaim claim, DateTimeOffset now) =>
        string.CompareOrdinal(claim.Message.Message.Submission.Value, SortableId.Floor(now - AgeMax)) > 0;
}
