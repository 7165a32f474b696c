using Actors.Mail.Messages;
using Actors.Mail.Messages.Parsing;

namespace Actors.Silo.Sandbox;

/// <summary>What a list of received mail shows of a message.</summary>
internal static class SandboxSubject
{
    public static string Of(ReadOnlyMemory<byte> content) =>
        HeaderSection.TryParse(content, out var header, out _) && header.TryFind("Subject"u8, out var field)
            ? EncodedWordDecoder.Decode(header.Text(field))
            : "";
}
