using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.PlatformMails;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Templates;
using Actors.Mail.Addresses;

namespace Actors.Grains.SignUps;

/// <summary>The message with the question: the tenant's own, by its own way out.</summary>
public static class SignUpMail
{
    private const StandardEmailKind Kind = StandardEmailKind.SubscriptionConfirmation;

    /// <param name="url">The link.</param>
    /// <param name="hash">Of its token: makes a repeat recognisable.</param>
    /// <param name="tenantName">What its readers know the tenant by.</param>
    public static async Task<SubmitCommand> Of(
        IGrainFactory grains, TenantId tenant, string tenantName, SignUp signUp, string url, string hash)
    {
        var template = grains.GetGrain<ITemplateGrain>(TemplateKey.Of(tenant, Kind).ToString());
        var words = (await template.Words(null, signUp.Language)).Value!; // a standard e-mail always has words
        var values = ImmutableDictionary<string, string>.Empty
            .Add("tenant", tenantName)
            .Add("name", signUp.Details.GetValueOrDefault("name") ?? "")
            .Add("link", url);
        var mail = PlatformMailRules.Words(tenant, words.Text, Kind, signUp.Language, values);
        return Command(signUp.Sender, signUp.Address, mail) with
        {
            Idempotency = new IdempotencyMark($"sign-up\u001F{hash}", Fingerprint: null),
            ExpiresIn = SignUpLimits.LinkLife,
        };
    }

    /// <returns>Why the tenant could not send such a message; null where it can.</returns>
    public static async Task<Refusal?> Check(IGrainFactory grains, TenantId tenant, SignUpSender sender)
    {
        var command = Command(sender, sender.From.Address, new RenderedEmail("Check", "Check", null)) with
        {
            DryRun = true,
        };
        var key = SubmissionKeys.Of(tenant, $"sign-up-check\u001F{sender.From.Address.Key}");
        return await grains.GetGrain<ISubmissionGrain>(key).Submit(command) is SubmitResult.Refused { Refusal: var no }
            && no.Code is not (RefusalCode.IdempotencyInProgress or RefusalCode.StoreUnavailable)
                ? no
                : null;
    }

    private static SubmitCommand Command(SignUpSender sender, EmailAddress to, RenderedEmail mail) => new()
    {
        Account = sender.Account,
        Source = new MailSource.Parts(new MailParts(
            sender.From, [], mail.Subject, mail.Text, mail.Html, [], [], Personalized: false)),
        Recipients = [Recipient.Of(to) with { Kind = RecipientKind.To }],
        Stream = MailStream.Marketing,
        Bypass = Bypasses.Confirmation,
        Tags = [StandardEmail.Of(Kind).Name],
        Subject = mail.Subject,
    };
}
