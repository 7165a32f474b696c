using Actors.Grains.Ids;
using Actors.Mail.Replies;

namespace Actors.Silo.Inbound;

/// <summary>What a recipient of the inbound listener is: a closed set.</summary>
public abstract record InboundAddress
{
    private InboundAddress()
    {
    }

    /// <summary>The return path of a message, made by this platform.</summary>
    public sealed record ReturnPath(ReturnPathClaim Claim) : InboundAddress;

    /// <summary>abuse, postmaster or an address of a feedback loop: reports, and mail for the operator.</summary>
    public sealed record Desk : InboundAddress;

    /// <summary>Nothing that mail is taken for.</summary>
    public sealed record Refused(Reply Reply) : InboundAddress;
}

/// <summary>What a return path that was proved by its MAC says.</summary>
/// <param name="Contact">The first 48 bits of the recipient's hash; null in the form without.</param>
/// <param name="Account">An octet of the account; null in the form without.</param>
public sealed record ReturnPathClaim(MessageKey Message, long? Contact, byte? Account);
