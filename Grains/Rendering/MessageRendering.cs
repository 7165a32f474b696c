using System.Buffers;
using System.Collections.Immutable;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Mail.Messages;

namespace Actors.Grains.Rendering;

/// <summary>Makes the bytes a recipient gets. The same submission and variables always make the same bytes.</summary>
public static class MessageRendering
{
    /// <summary>Room for headers and MIME around the parts, in bytes.</summary>
    private const int Overhead = 4 * 1024;

    /// <returns>Why the submission cannot be rendered for one of its recipients; null when it can.</returns>
    public static Refusal? Check(
        StoredSubmission submission, ImmutableArray<MessageState> messages, int bytesMax)
    {
        if (Size(submission.Source) > bytesMax)
            return Refusal.Of(RefusalCode.TooLarge, $"The message is larger than {bytesMax} bytes.");
        if (submission.Source is not MailSource.Parts { Mail.Personalized: var personalized })
            return null;
        var checkedMessages = personalized ? messages : messages[..1];
        for (var i = 0; i < checkedMessages.Length; i++)
        {
            var errors = DraftOf(submission, checkedMessages[i].Variables, out _);
            if (!errors.IsEmpty)
                return new Refusal(
                    RefusalCode.InvalidField, personalized ? $"Recipient {i}: {errors[0].Detail}" : errors[0].Detail, errors);
        }
        return null;
    }

    /// <exception cref="InvalidOperationException">It was never checked: an accepted submission renders.</exception>
    public static ReadOnlyMemory<byte> Render(
        StoredSubmission submission, ImmutableDictionary<string, string> variables)
    {
        if (submission.Source is MailSource.Raw raw)
            return raw.Bytes;
        var errors = DraftOf(submission, variables, out var draft);
        if (draft is null)
            throw new InvalidOperationException($"submission {submission.Id} does not render: {errors[0].Detail}");
        var output = new ArrayBufferWriter<byte>(Overhead);
        MessageComposer.Write(draft, output);
        return output.WrittenMemory;
    }

    private static ImmutableArray<FieldError> DraftOf(
        StoredSubmission submission, ImmutableDictionary<string, string> variables, out MessageDraft? draft)
    {
        var builder = new DraftBuilder(((MailSource.Parts)submission.Source).Mail, variables);
        draft = builder.Build(submission);
        return builder.Errors;
    }

    /// <summary>An upper bound that costs nothing: base64 is the widest encoding that is chosen for long parts.</summary>
    private static long Size(MailSource source) => source switch
    {
        MailSource.Raw raw => raw.Bytes.Length,
        MailSource.Parts { Mail: var mail } => Overhead + (mail.Text?.Length ?? 0) + (mail.Html?.Length ?? 0)
            + mail.Attachments.Sum(attachment => (attachment.Content.Length * 78L / 57L) + 512),
        _ => throw new InvalidOperationException($"unknown source {source.GetType().Name}"),
    };
}
