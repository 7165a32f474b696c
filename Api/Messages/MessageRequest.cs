using Actors.Api.Json;

namespace Actors.Api.Messages;

/// <summary>The shape of a message to be sent, for the API's description.</summary>
/// <remarks>It is read by <see cref="Requests.MessageReader"/>.</remarks>
/// <param name="SmtpAccount">acc_...; may be left out where the tenant has exactly one.</param>
/// <param name="From">Has to be a verified sender.</param>
/// <param name="To">Appear in the header as given. to, cc and bcc together: 1 to 50 different mailboxes.</param>
/// <param name="Cc">Appear in the header as given.</param>
/// <param name="Bcc">Never appear in any copy.</param>
/// <param name="ReplyTo">At most 10.</param>
/// <param name="Subject">Required without a template. 1 to 998 characters. {{name}} is replaced where a recipient has
/// variables.</param>
/// <param name="Text">At least one of text and html is required.</param>
/// <param name="Html">Values put in for {{name}} are escaped.</param>
/// <param name="Headers">At most 50. Those that the message or the platform sets itself are refused.</param>
/// <param name="Attachments">At most 50.</param>
/// <param name="Tags">At most 10 of 64 characters; to search by.</param>
/// <param name="Campaign">At most 128 characters; to search and to be counted by.</param>
/// <param name="Metadata">At most 50 values of 1,024 characters; given back with the message.</param>
/// <param name="SendAt">RFC 3339 with offset, up to 30 days ahead; absent for at once.</param>
/// <param name="ExpiresIn">ISO 8601, one minute to 14 days, such as PT4H: how long to try. Four days where
/// absent.</param>
/// <param name="OnUncertain">When nobody knows whether an attempt delivered: retry (default, at least once) or hold
/// (at most once).</param>
/// <param name="Stream">transactional or marketing; the account's own where absent.</param>
/// <param name="DryRun">Check everything and store nothing.</param>
/// <param name="ListUnsubscribe">How a recipient gets off the list, for the header List-Unsubscribe.</param>
/// <param name="Template">Gives the words: instead of subject, text and html.</param>
/// <param name="ListId">The list's lasting name such as news.shop.example, or News &lt;news.shop.example&gt;, for the
/// header List-Id.</param>
/// <param name="List">Of the tenant's contacts, which the message is for: who has left it gets none. Marketing
/// alone.</param>
/// <param name="Bypass">Transactional alone. Sent although the address has bounced (bounce), or although the tenant put
/// it or its domain on the blacklist (manual). Never in spite of a complaint.</param>
internal sealed record MessageRequest(
    string? SmtpAccount,
    RequestAddress From,
    IReadOnlyList<RequestRecipient>? To,
    IReadOnlyList<RequestRecipient>? Cc,
    IReadOnlyList<RequestRecipient>? Bcc,
    IReadOnlyList<RequestAddress>? ReplyTo,
    string? Subject,
    string? Text,
    string? Html,
    IReadOnlyDictionary<string, string>? Headers,
    IReadOnlyList<RequestAttachment>? Attachments,
    IReadOnlyList<string>? Tags,
    IReadOnlyDictionary<string, string>? Metadata,
    DateTimeOffset? SendAt,
    string? ExpiresIn,
    string? OnUncertain,
    string? Stream,
    bool? DryRun,
    RequestListUnsubscribe? ListUnsubscribe,
    string? ListId,
    RequestTemplate? Template,
    string? List,
    IReadOnlyList<string>? Bypass,
    string? Campaign);

/// <param name="Id">tpl_..., or a standard e-mail that the tenant sends, such as welcome.</param>
/// <param name="Version">The published one where absent. The message keeps the version it was accepted with.</param>
/// <param name="Variables">Texts, numbers, lists and objects for all recipients, at most 65,536 bytes; a recipient's
/// own variables go before.</param>
internal sealed record RequestTemplate(string Id, int? Version, RawJson? Variables);

/// <param name="Url">http or https; {{name}} is replaced where a recipient has variables, and the value has to be
/// percent-encoded. At least one of url and mailto is required.</param>
/// <param name="Mailto">Such as mailto:leave@shop.example?subject=leave.</param>
/// <param name="OneClick">Whether a POST of List-Unsubscribe=One-Click to the url is enough (RFC 8058). Needs an https
/// url; false where absent.</param>
internal sealed record RequestListUnsubscribe(string? Url, string? Mailto, bool? OneClick);

/// <summary>May also be given as a text: a@b or Name &lt;a@b&gt;.</summary>
/// <param name="Name">At most 512 characters.</param>
internal sealed record RequestAddress(string Email, string? Name);

/// <summary>May also be given as a text: a@b or Name &lt;a@b&gt;.</summary>
/// <param name="Variables">Replace {{name}} in subject, text and html of this recipient's copy.</param>
/// <param name="Details">Named values like a contact's, carried along.</param>
internal sealed record RequestRecipient(
    string Email,
    string? Name,
    IReadOnlyDictionary<string, string>? Variables,
    IReadOnlyDictionary<string, string>? Details);

/// <param name="Filename">Without a path.</param>
/// <param name="ContentType">application/octet-stream where absent.</param>
/// <param name="Content">In base64.</param>
/// <param name="Disposition">attachment or inline; inline where there is a content_id.</param>
/// <param name="ContentId">What follows cid: in the HTML; for inline parts.</param>
internal sealed record RequestAttachment(
    string Filename, string? ContentType, string Content, string? Disposition, string? ContentId);
