using System.Buffers;
using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Grains.Unsubscribing;
using Actors.Mail.Messages;

namespace Actors.Grains.Rendering;

/// <summary>Makes the bytes a recipient gets. The same submission and variables always make the same bytes.</summary>
public static class MessageRendering
{
    private const int FirstBuffer = 4 * 1024;

    /// <summary>Closer to the limit than this, in bytes, a message is composed to be measured.</summary>
    private const int Margin = 1024 * 1024;

    /// <returns>Why the submission cannot be rendered for one of its recipients; null when it can.</returns>
    public static Refusal? Check(
        TenantId tenant, StoredSubmission submission, ImmutableArray<MessageState> messages, int bytesMax)
    {
        if (Size(submission.Source) > bytesMax)
            return TooLarge(bytesMax);
        if (submission.Source is not MailSource.Parts { Mail.Personalized: var personalized })
            return null;
        var checkedMessages = personalized ? messages : messages[..1];
        for (var i = 0; i < checkedMessages.Length; i++)
        {
            var errors = DraftOf(
                tenant, submission, checkedMessages[i].Variables, bytesMax, Longest(checkedMessages[i]), out var draft);
            if (!errors.IsEmpty)
                return new Refusal(
                    RefusalCode.InvalidField, personalized ? $"Recipient {i}: {errors[0].Detail}" : errors[0].Detail,
                    errors);
            if (!Fits(draft!, Size(submission.Source), bytesMax))
                return TooLarge(bytesMax);
        }
        return null;
    }

    /// <param name="tenant">Whose it is.</param>
    /// <param name="submission">With the From of this copy.</param>
    /// <param name="variables">Of the recipient.</param>
    /// <param name="marks">Of the stream.</param>
    /// <param name="offer">How the recipient leaves; null where there is nothing to leave.</param>
    /// <returns>The message in order, cut anywhere.</returns>
    /// <exception cref="InvalidOperationException">It was never checked: an accepted submission renders.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Render(
        TenantId tenant, StoredSubmission submission, ImmutableDictionary<string, string> variables, SendingMarks marks,
        UnsubscribeOffer? offer = null)
    {
        if (submission.Source is MailSource.Raw raw)
            return MarkedMessage.Of(raw.Bytes, marks with { Unsubscribe = offer?.Header(null) });
        var errors = DraftOf(tenant, submission, variables, int.MaxValue, offer, out var draft);
        if (draft is null)
            throw new InvalidOperationException($"submission {submission.Id} does not render: {errors[0].Detail}");
        return [Compose(draft with { Marks = marks })];
    }

    /// <summary>Whether the header holds UTF-8 that only servers with SMTPUTF8 may be given (RFC 6531), the same for
    /// every recipient.</summary>
    public static bool NeedsSmtpUtf8(StoredSubmission submission) => submission.Source switch
    {
        MailSource.Raw raw => raw.NeedsSmtpUtf8,
        MailSource.Parts { Mail: var mail } => mail.From.Address.RequiresSmtpUtf8
            || mail.ReplyTo.Any(each => each.Address.RequiresSmtpUtf8)
            || submission.HeaderRecipients.Any(each => each.Address.RequiresSmtpUtf8),
        _ => throw new InvalidOperationException($"unknown source {submission.Source.GetType().Name}"),
    };

    private static UnsubscribeOffer? Longest(MessageState message) => message.ReversePath.IsNull
        ? null
        : UnsubscribeOffer.Longest(message.Stream == MailStream.Marketing);

    private static ReadOnlyMemory<byte> Compose(MessageDraft draft)
    {
        var output = new ArrayBufferWriter<byte>(FirstBuffer);
        MessageComposer.Write(draft, output);
        return output.WrittenMemory;
    }

    private static ImmutableArray<FieldError> DraftOf(
        TenantId tenant, StoredSubmission submission, ImmutableDictionary<string, string> variables, int lengthMax,
        UnsubscribeOffer? offer, out MessageDraft? draft)
    {
        var mail = ((MailSource.Parts)submission.Source).Mail;
        var builder = new DraftBuilder(tenant, mail, variables, lengthMax, offer);
        draft = builder.Build(submission);
        return builder.Errors;
    }

    /// <summary>Composes only what may be too large: encoded, a text can grow to four times its characters.</summary>
    private static bool Fits(MessageDraft draft, long least, int bytesMax) =>
        least + (4L * ((draft.Text?.Length ?? 0) + (draft.Html?.Length ?? 0))) + Margin <= bytesMax
        || Compose(draft).Length <= bytesMax;

    private static Refusal TooLarge(int bytesMax) =>
        Refusal.Of(RefusalCode.TooLarge, $"The message is larger than {bytesMax} bytes.");

    /// <summary>A lower bound that costs nothing: attachments in base64, text as if it were ASCII.</summary>
    private static long Size(MailSource source) => source switch
    {
        MailSource.Raw raw => raw.Bytes.Length,
        MailSource.Parts { Mail: var mail } => (mail.Text?.Length ?? 0) + (mail.Html?.Length ?? 0)
            + mail.Attachments.Sum(attachment => attachment.Content.Length * 78L / 57L),
        _ => throw new InvalidOperationException($"unknown source {source.GetType().Name}"),
    };
}
