using System.Collections.Immutable;
using Actors.Mail.Addresses;
using Actors.Mail.Messages.Parsing;

namespace Actors.Mail.Messages;

/// <summary>What the value of From, To, Cc and the like names (RFC 5322 §3.4 and the obsolete forms of §4.4).</summary>
/// <param name="Mailboxes">Those that could be read, members of groups included, encoded words decoded.</param>
/// <param name="IsComplete">False where an element was no mailbox, or there were too many.</param>
public sealed record AddressList(ImmutableArray<Mailbox> Mailboxes, bool IsComplete)
{
    /// <summary>Never fails, in linear time: an element that cannot be read is passed over to the next comma.</summary>
    /// <param name="value">Unfolded.</param>
    public static AddressList Parse(ReadOnlySpan<char> value) => new AddressListReader(value).Read();
}
