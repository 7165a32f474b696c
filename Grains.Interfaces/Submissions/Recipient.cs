using System.Collections.Immutable;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;

namespace Actors.Grains.Submissions;

/// <summary>How a recipient is named in the message's header.</summary>
public enum RecipientKind
{
    To = 0,
    Cc = 1,

    /// <summary>Never appears in any copy.</summary>
    Bcc = 2,
}

/// <summary>One recipient of a submission.</summary>
/// <param name="Name">Display name for the header, null for none.</param>
/// <param name="Variables">Values of this recipient for <c>{{name}}</c> in subject and text.</param>
/// <param name="Details">Named values like a contact's, carried along.</param>
/// <param name="Dsn">NOTIFY and ORCPT as SMTP gave them; null for neither.</param>
[GenerateSerializer, Immutable, Alias("recipient")]
public sealed record Recipient(
    EmailAddress Address,
    string? Name,
    RecipientKind Kind,
    ImmutableDictionary<string, string> Variables,
    ImmutableDictionary<string, string> Details,
    RecipientDsn? Dsn = null)
{
    /// <summary>An envelope's recipient, as SMTP names it.</summary>
    public static Recipient Of(EmailAddress address, RecipientDsn? dsn = null) => new(
        address, null, RecipientKind.Bcc,
        ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty,
        dsn is { IsNone: false } ? dsn : null);
}
