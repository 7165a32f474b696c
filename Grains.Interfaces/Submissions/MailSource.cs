using System.Collections.Immutable;
using Actors.Mail.Addresses;

namespace Actors.Grains.Submissions;

/// <summary>What a submission's mail is made from, stored once however many recipients it has.</summary>
[GenerateSerializer, Immutable, Alias("mail-source")]
public abstract record MailSource
{
    private MailSource() { }

    /// <summary>Who stands first in From, whose signatures the mail has; null where that cannot be told.</summary>
    public EmailAddress? Author => this switch
    {
        Parts { Mail: var mail } => mail.From.Address,
        Raw { Authors: [var first, ..] } => first,
        _ => null,
    };

    /// <summary>A whole message in RFC 5322 form, CRLF lines, headers repaired, Bcc removed.</summary>
    /// <param name="Authors">The addresses of From, then those of Sender: each must be a verified sender.</param>
    /// <param name="NeedsSmtpUtf8">It has UTF-8 in its header, so that it may go on under SMTPUTF8 only (RFC 6531
    /// §3.1), or has to be put into ASCII first.</param>
    [GenerateSerializer, Immutable, Alias("mail-source-raw")]
    public sealed record Raw(
        ReadOnlyMemory<byte> Bytes, ImmutableArray<EmailAddress> Authors, bool NeedsSmtpUtf8 = false) : MailSource;

    /// <summary>The parts of a message, composed for each recipient when an attempt is made.</summary>
    [GenerateSerializer, Immutable, Alias("mail-source-parts")]
    public sealed record Parts(MailParts Mail) : MailSource;
}

/// <summary>The parts a client gave over HTTP.</summary>
/// <param name="Text">Plain text body, null for none; at least one of text and HTML is given.</param>
/// <param name="Headers">Further headers, in order; none that the platform sets itself.</param>
/// <param name="Personalized">Whether <c>{{name}}</c> is replaced: only where the client gave variables.</param>
/// <param name="ListUnsubscribe">Null for none.</param>
/// <param name="ListId">As its header has it; null for none.</param>
/// <param name="Template">Null where the client gave the words itself. While it is not accepted yet, there are no words
/// beside it.</param>
/// <param name="Language">Of what the platform adds to the words; null for the default.</param>
[GenerateSerializer, Immutable, Alias("mail-parts")]
public sealed record MailParts(
    Mailbox From,
    ImmutableArray<Mailbox> ReplyTo,
    string Subject,
    string? Text,
    string? Html,
    ImmutableArray<MailHeader> Headers,
    ImmutableArray<MailAttachment> Attachments,
    bool Personalized,
    MailListUnsubscribe? ListUnsubscribe = null,
    string? ListId = null,
    MailTemplate? Template = null,
    string? Language = null);

/// <summary>The template that subject, text and HTML are: they are filled in as Handlebars, not by
/// <c>{{name}}</c> alone.</summary>
/// <param name="Id">tpl_..., or the kind of a standard e-mail of the tenant's own.</param>
/// <param name="Version">As asked for, null for the published one; once accepted, the one that was taken, null for an
/// original.</param>
/// <param name="Values">A JSON object for all recipients; null for none. A recipient's own variables go before.</param>
[GenerateSerializer, Immutable, Alias("mail-template")]
public sealed record MailTemplate(string Id, int? Version, string? Values);

/// <summary>How a recipient gets off the list. At least one of the two is given.</summary>
/// <param name="Url">A web page, in which <c>{{name}}</c> is replaced as in the text; null for none.</param>
/// <param name="Mailto">Null for none.</param>
/// <param name="OneClick">A POST to the page is enough (RFC 8058).</param>
[GenerateSerializer, Immutable, Alias("mail-list-unsubscribe")]
public sealed record MailListUnsubscribe(string? Url, string? Mailto, bool OneClick);

[GenerateSerializer, Immutable, Alias("mail-header")]
public readonly record struct MailHeader(string Name, string Value);

/// <param name="ContentId">For inline images, without angle brackets; null for an attachment.</param>
[GenerateSerializer, Immutable, Alias("mail-attachment")]
public sealed record MailAttachment(
    string FileName, string ContentType, string? ContentId, ReadOnlyMemory<byte> Content);
