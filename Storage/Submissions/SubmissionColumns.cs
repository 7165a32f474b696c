using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Submissions;

/// <summary>Takes submissions and receipts apart into JSON, and puts them together again.</summary>
internal static class SubmissionColumns
{
    /// <summary>Stands for a source where only the head is read.</summary>
    public static MailSource NoSource { get; } =
        new MailSource.Raw(ReadOnlyMemory<byte>.Empty, []);

    public static SubmissionJson JsonOf(StoredSubmission submission) => new()
    {
        Account = submission.Account.Value,
        From = submission.From,
        RawAuthors = submission.Source is MailSource.Raw raw ? JsonOf(raw.Authors) : null,
        Subject = submission.Subject,
        MessageId = submission.MessageIdHeader,
        CreatedAt = StoredTime.Of(submission.CreatedAt),
        SendAt = StoredTime.Of(submission.SendAt),
        Tags = submission.Tags.IsDefaultOrEmpty ? null : submission.Tags,
        Campaign = submission.Campaign,
        Metadata = submission.Metadata.IsEmpty ? null : submission.Metadata,
        HeaderRecipients = submission.HeaderRecipients.IsDefaultOrEmpty ? null : JsonOf(submission.HeaderRecipients),
    };

    public static StoredSubmission Read(SubmissionId id, SubmissionJson json, MailSource source) => new()
    {
        Id = id,
        Account = AccountId.Parse(json.Account),
        Source = source,
        HeaderRecipients = json.HeaderRecipients is { } recipients ? Read(recipients) : [],
        MessageIdHeader = json.MessageId,
        From = json.From,
        Subject = json.Subject,
        CreatedAt = StoredTime.Read(json.CreatedAt),
        SendAt = json.SendAt is { } time ? StoredTime.Read(time) : null,
        Tags = json.Tags ?? [],
        Campaign = json.Campaign,
        Metadata = json.Metadata ?? ImmutableDictionary<string, string>.Empty,
    };

    public static ReceiptJson JsonOf(SubmissionReceipt receipt) => new()
    {
        Id = receipt.Id.Value,
        MessageId = receipt.MessageIdHeader,
        CreatedAt = StoredTime.Of(receipt.CreatedAt),
        Phase = (int)receipt.Phase,
        Recipients = JsonOf(receipt.Recipients),
    };

    public static SubmissionReceipt Read(ReceiptJson json) => new(
        SubmissionId.FromKey(json.Id),
        json.MessageId,
        StoredTime.Read(json.CreatedAt),
        (MessagePhase)json.Phase,
        [.. json.Recipients.Select(EmailAddress.Parse)]);

    private static string[] JsonOf(ImmutableArray<EmailAddress> addresses)
    {
        var json = new string[addresses.Length];
        for (var i = 0; i < json.Length; i++)
            json[i] = addresses[i].ToString();
        return json;
    }

    private static HeaderRecipientJson[] JsonOf(ImmutableArray<HeaderRecipient> recipients)
    {
        var json = new HeaderRecipientJson[recipients.Length];
        for (var i = 0; i < json.Length; i++)
        {
            var recipient = recipients[i];
            json[i] = new HeaderRecipientJson
            {
                Kind = (int)recipient.Kind,
                Name = recipient.Name,
                Address = recipient.Address.ToString(),
            };
        }

        return json;
    }

    private static ImmutableArray<HeaderRecipient> Read(HeaderRecipientJson[] json) =>
        [.. json.Select(r => new HeaderRecipient((RecipientKind)r.Kind, r.Name, EmailAddress.Parse(r.Address)))];
}
