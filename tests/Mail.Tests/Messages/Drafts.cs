using System.Buffers;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Mail.Tests.Messages;

internal static class Drafts
{
    internal static MessageDraft Simple { get; } = new()
    {
        From = Mailbox.Parse("Anna Bell <anna@example.com>"),
        To = [Mailbox.Parse("bob@example.net")],
        Subject = HeaderValue.Parse("Hello"),
        Text = "Hi Bob\n",
        Date = new DateTimeOffset(2026, 3, 9, 8, 5, 7, TimeSpan.FromHours(-3.5)),
        MessageId = MessageId.Parse("1@example.com"),
        BoundarySeed = "seed",
    };

    internal static byte[] Bytes(MessageDraft draft)
    {
        var output = new ArrayBufferWriter<byte>();
        MessageComposer.Write(draft, output);
        return output.WrittenSpan.ToArray();
    }

    internal static string Text(MessageDraft draft) => Encoding.UTF8.GetString(Bytes(draft));

    internal static Attachment File(
        string name, string type, byte[] content, Disposition disposition = Disposition.Attachment, string? cid = null)
    {
        FileName.TryParse(name, out var fileName).ShouldBeTrue();
        MediaType.TryParse(type, out var mediaType).ShouldBeTrue();
        ContentId.TryParse(cid, out var contentId).ShouldBe(cid is not null);
        return new Attachment(fileName, mediaType, disposition, contentId, content);
    }

    internal static Mailbox Named(string name, string address)
    {
        Mailbox.TryCreate(name, EmailAddress.Parse(address), out var mailbox).ShouldBeTrue();
        return mailbox!;
    }

    internal static ExtraHeader Extra(string name, string value)
    {
        ExtraHeader.TryCreate(name, value, out var header, out var problem).ShouldBeTrue(problem);
        return header!;
    }
}
