using System.Collections.Immutable;
using System.Text;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Rendering;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Unsubscribing;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Grains.Tests.Rendering;

/// <summary>Submissions as an HTTP client makes them, accepted and rendered.</summary>
internal static class Renderings
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly MailParts Plain = new(
        Mailbox.Parse("Shop <shop@shop.example>"), [], "Your order", "Thank you.", null, [], [], Personalized: false);

    public static Recipient Recipient(
        string address, RecipientKind kind = RecipientKind.To, params (string Name, string Value)[] variables) => new(
        EmailAddress.Parse(address), null, kind,
        variables.ToImmutableDictionary(one => one.Name, one => one.Value), ImmutableDictionary<string, string>.Empty);

    public static SubmitCommand Command(params Recipient[] recipients) => Command(Plain, recipients);

    public static SubmitCommand Command(MailParts mail, params Recipient[] recipients) => new()
    {
        Account = AccountId.Parse("acc_shop"),
        Source = new MailSource.Parts(mail),
        Recipients = [.. recipients],
        Subject = mail.Subject,
    };

    public static Refusal? Check(SubmitCommand command, int bytesMax = 1024 * 1024)
    {
        var record = Accept(command);
        return MessageRendering.Check(record.Tenant, record.Submission, record.Messages, bytesMax);
    }

    /// <summary>The bytes that each recipient gets, as text.</summary>
    public static string[] Render(SubmitCommand command, UnsubscribeOffer? offer = null)
    {
        var record = Accept(command);
        return [.. record.Messages.Select(message =>
            Encoding.ASCII.GetString([.. MessageRendering.Render(
                record.Tenant, record.Submission, message.Variables, Marks(message), offer)
                .SelectMany(piece => piece.ToArray())]))];
    }

    private static SendingMarks Marks(MessageState message) =>
        StreamMarks.Of(message.Stream, message.Account, TenantId.Parse("shop"), message.ReversePath, "actors");

    private static Ports.SubmissionRecord Accept(SubmitCommand command) => SubmissionRules.Accept(
        command, new AccountPolicy(MailStream.Transactional, true, false, false), TenantId.Parse("shop"),
        SubmissionId.FromKey("01ARZ3NDEKTSV4RRFFQ69G5FAV"), new LifecycleOptions(), Noon);
}
