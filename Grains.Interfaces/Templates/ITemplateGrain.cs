using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;

namespace Actors.Grains.Templates;

/// <summary>The words of a mail, with their versions: a template of the tenant's own, or a standard e-mail.</summary>
/// <remarks>Key: <see cref="TemplateKey"/>. A standard e-mail always is: until the tenant publishes words of its own,
/// its words are the original in the tenant's language.</remarks>
[Alias("template")]
public interface ITemplateGrain : ITenantPart
{
    [ReadOnly]
    Task<Answer<TemplateView>> Get();

    /// <summary>Of the tenant's own only. Repeating it with the same words changes nothing.</summary>
    Task<Answer<TemplateView>> Create(string name, EmailText text, bool publish);

    /// <summary>Replaces the draft.</summary>
    /// <param name="name">Of a template of the tenant's own; null to keep it.</param>
    /// <param name="publish">Make it the version in use, too.</param>
    Task<Answer<TemplateView>> Change(string? name, EmailText text, bool publish, string? ifMatch);

    /// <summary>Makes the draft the version in use. Where there is no draft, nothing changes.</summary>
    Task<Answer<TemplateView>> Publish(string? ifMatch);

    /// <summary>Makes an earlier version the one in use again. The draft stays.</summary>
    Task<Answer<TemplateView>> GoBack(int version, string? ifMatch);

    /// <summary>Back to the original; of a template of the tenant's own, back to what is in use. Versions stay, the
    /// draft goes.</summary>
    Task<Answer<TemplateView>> Reset(string? ifMatch);

    /// <summary>Of the tenant's own only. Mail that was accepted before keeps its words.</summary>
    Task<Answer<TemplateView>> Delete(string? ifMatch);

    [ReadOnly]
    Task<Answer<TemplatePreview>> Preview(TemplatePreviewCommand command);

    /// <summary>The words in use, with the tenant's footer in their place.</summary>
    /// <param name="version">Null for the published one.</param>
    /// <param name="language">Of the original, where the words are it; null for the tenant's.</param>
    [ReadOnly]
    Task<Answer<TemplateWords>> Words(int? version, string? language);
}

/// <param name="Name">The tenant's for its own; that of its kind for a standard e-mail.</param>
/// <param name="Draft">Null where nothing waits to be published.</param>
/// <param name="InUse">What is sent; null where nothing has been published.</param>
/// <param name="Version">Of <see cref="InUse"/>; null for the original and for nothing.</param>
/// <param name="Versions">Without their words, the newest first.</param>
/// <param name="ChangedAt">Null for a standard e-mail that nobody has changed.</param>
[GenerateSerializer, Immutable, Alias("template-view")]
public sealed record TemplateView(
    string Id, string Name, EmailText? Draft, EmailText? InUse, int? Version,
    ImmutableArray<TemplateVersion> Versions, DateTimeOffset? CreatedAt, DateTimeOffset? ChangedAt);

/// <param name="Number">Counted from 1, never given twice.</param>
[GenerateSerializer, Immutable, Alias("template-version")]
public sealed record TemplateVersion(int Number, DateTimeOffset PublishedAt, EmailText Text);

/// <param name="Text">Words that are not stored; null for those that are.</param>
/// <param name="Draft">Of those stored, the draft where there is one.</param>
/// <param name="Values">JSON object; null for the samples alone.</param>
[GenerateSerializer, Immutable, Alias("template-preview-command")]
public sealed record TemplatePreviewCommand(EmailText? Text, bool Draft, string? Values);

/// <param name="Unknown">Names that the words ask for, and that neither the samples nor the given values have.</param>
/// <param name="Warnings">Why the words would not be stored, or not be sent.</param>
[GenerateSerializer, Immutable, Alias("template-preview")]
public sealed record TemplatePreview(
    RenderedEmail Mail, ImmutableArray<string> Unknown, ImmutableArray<FieldError> Warnings);

/// <param name="Version">Null for an original.</param>
/// <param name="IsOriginal">Known to be right: it renders with the values of its kind.</param>
[GenerateSerializer, Immutable, Alias("template-words")]
public sealed record TemplateWords(EmailText Text, int? Version, bool IsOriginal);
