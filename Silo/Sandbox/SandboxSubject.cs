using System.Buffers;
using Actors.Mail.Messages;

namespace Actors.Silo.Sandbox;

/// <summary>What a list of received mail shows of a message.</summary>
internal static class SandboxSubject
{
    public static string Of(ReadOnlySequence<byte> content) =>
        HeaderSection.TryParse(content.ToArray(), out var header, out _) && header.Find(KnownHeader.Subject) is { } field
            ? EncodedWordDecoder.Decode(field.Text)
            : "";
}
