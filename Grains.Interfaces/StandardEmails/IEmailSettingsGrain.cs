using Actors.Grains.Answers;
using Actors.Grains.Departures;

namespace Actors.Grains.StandardEmails;

/// <summary>What all mails of a tenant share: the language of the originals, and the footer.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>.</remarks>
[Alias("email-settings")]
public interface IEmailSettingsGrain : ITenantPart
{
    [ReadOnly]
    Task<Answer<EmailSettings>> Get();

    /// <param name="language">One of <see cref="EmailLanguages"/>.</param>
    Task<Answer<EmailSettings>> SetLanguage(string language, string? ifMatch);

    /// <param name="footer">Null for none.</param>
    Task<Answer<EmailSettings>> SetFooter(EmailFooter? footer, string? ifMatch);
}

/// <param name="Footer">Null for none.</param>
[GenerateSerializer, Immutable, Alias("email-settings-view")]
public sealed record EmailSettings(string Language, EmailFooter? Footer);
