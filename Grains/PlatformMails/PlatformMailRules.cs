using System.Collections.Immutable;
using System.Text;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Templating;
using Actors.Mail.Addresses;

namespace Actors.Grains.PlatformMails;

/// <summary>What the platform submits: pure.</summary>
public static class PlatformMailRules
{
    private const string DisplayName = "Actors";

    /// <param name="id">What makes a repeat recognisable, within the tenant.</param>
    /// <param name="template">The name of the kind, or the id of a template.</param>
    /// <param name="isForOperator">It is nothing for the tenant to read.</param>
    public static SubmitCommand Submission(
        TenantId tenant, string id, string template, EmailAddress to, RenderedEmail mail,
        LifecycleOptions options, bool isForOperator = false)
    {
        return new SubmitCommand
        {
            Account = PlatformSender.Account,
            Source = new MailSource.Parts(new MailParts(
                From(options), [], mail.Subject, mail.Text, mail.Html,
                [new MailHeader("Auto-Submitted", "auto-generated")], // RFC 3834: no vacation notices in return
                [], Personalized: false)),
            Recipients = [Recipient.Of(to) with { Kind = RecipientKind.To }],
            Metadata = ImmutableDictionary<string, string>.Empty
                .Add(PlatformSender.ForTenant, isForOperator ? PlatformSender.Tenant.Value : tenant.Value)
                .Add(PlatformSender.OfTemplate, template),
            Tags = [template],
            Subject = mail.Subject,
            Idempotency = new IdempotencyMark($"platform-mail\u001F{tenant}\u001F{id}", Fingerprint: null),
            IsNotice = true,
        };
    }

    public static Mailbox From(LifecycleOptions options)
    {
        var address = options.PlatformMailFrom ?? EmailAddress.Parse($"no-reply@{options.HostName}");
        return Mailbox.TryCreate(DisplayName, address, out var from)
            ? from
            : throw new InvalidOperationException($"{address} is no sender");
    }

    /// <summary>The tenant's own words; where they do not render with these values, or would give a link away, the
    /// original: a mail that somebody waits for is not lost to a slip in a template.</summary>
    public static RenderedEmail Words(
        TenantId tenant, EmailText own, StandardEmailKind kind, string? language,
        ImmutableDictionary<string, string> values) =>
        Filled(tenant, own, kind, values)
        ?? Filled(tenant, own, kind, InOneLine(values))
        ?? Filled(tenant, Originals.Of(kind, language), kind, InOneLine(values))
        ?? throw new InvalidOperationException($"the original of {kind} does not render");

    /// <returns>Null where the words do not render with the values, or would give a link away.</returns>
    public static RenderedEmail? Filled(
        TenantId tenant, EmailText words, StandardEmailKind kind, ImmutableDictionary<string, string> values) =>
        LinkRules.Check(words, StandardEmail.Of(kind)).IsEmpty
        && EmailRendering.TryRender(words, TemplateValues.Of(values), tenant, out var mail, out _)
        && LinkRules.Keeps(mail, values.GetValueOrDefault("link"))
            ? mail
            : null;

    /// <summary>Values in one line each: as parts of a subject they can end no header.</summary>
    private static ImmutableDictionary<string, string> InOneLine(ImmutableDictionary<string, string> values) =>
        values.ToImmutableDictionary(pair => pair.Key, pair => InOneLine(pair.Value));

    private static string InOneLine(string value)
    {
        var line = new StringBuilder(value.Length);
        foreach (var letter in value)
            line.Append(char.IsControl(letter) ? ' ' : letter);
        return line.ToString();
    }
}
