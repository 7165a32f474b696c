namespace Actors.Mail.Messages;

/// <param name="Disposition">
/// Inline parts with a <paramref name="ContentId"/> go beside the HTML that shows them.
/// </param>
/// <param name="ContentId">Null when no HTML refers to it.</param>
/// <param name="Content">Must not change until the message is written.</param>
public sealed record Attachment(
    FileName FileName,
    MediaType Type,
    Disposition Disposition,
    ContentId? ContentId,
    ReadOnlyMemory<byte> Content);
