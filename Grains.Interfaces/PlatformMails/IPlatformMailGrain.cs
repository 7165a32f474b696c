using Actors.Grains.Answers;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.PlatformMails;

/// <summary>Sends the platform's mails for a tenant, from the operator's own account: they count against no allowance,
/// and nothing that stops the tenant's mail stops them.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>. Whoever owns the reason for a mail keeps it in its state until it is
/// handed over: <c>OutgoingMail</c>.</remarks>
[Alias("platform-mail-sender")]
public interface IPlatformMailGrain : IGrainWithStringKey
{
    /// <summary>Asked before an invitation or a confirmation message is decided upon: whoever it goes to has agreed to
    /// nothing yet, and its words may be the tenant's.</summary>
    /// <returns>A refusal where the tenant has caused too many in the hour.</returns>
    [AlwaysInterleave]
    Task<Refusal?> MayApproach();

    /// <summary>Answers when the mail is durable. A repeat with the same <see cref="PlatformMail.Id"/> sends nothing
    /// more.</summary>
    /// <exception cref="Ports.StoreUnavailableException">It could not be stored; hand it over again later.</exception>
    [AlwaysInterleave]
    Task Send(PlatformMail mail);

    /// <summary>Sends words as they are to whoever has agreed to get tests; the caller has asked for that.</summary>
    /// <param name="id">As of <see cref="PlatformMail.Id"/>.</param>
    /// <param name="template">The name of its kind, or its id.</param>
    /// <returns>What was sent; or a refusal where there are too many.</returns>
    [AlwaysInterleave]
    Task<Answer<RenderedEmail>> SendTest(string id, string template, EmailAddress to, RenderedEmail mail);
}
