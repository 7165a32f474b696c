using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Actors.Mail.Messages;
using Actors.Mail.Messages.Downgrading;

namespace Actors.Mail.Authentication.Smime;

/// <summary>A message taken apart: the fields that stay outside, and the part that is signed.</summary>
/// <param name="Fields">Header fields with their CRLF, without Content fields.</param>
/// <param name="HasVersion">MIME-Version is among them.</param>
/// <param name="Part">Content fields, blank line and body, all of it 7-bit.</param>
internal sealed record SignedEntity(ReadOnlyMemory<byte> Fields, bool HasVersion, byte[] Part)
{
    private static readonly string[] Protected =
        ["multipart/signed", "multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"];

    internal static bool TryTake(
        ReadOnlyMemory<byte> message,
        [NotNullWhen(true)] out SignedEntity? entity,
        [NotNullWhen(false)] out SmimeRefusal? refusal)
    {
        entity = null;
        refusal = SmimeRefusal.NoHeader;
        if (!HeaderSection.TryParse(message, out var header, out _) || header.Count == 0)
            return false;
        if (header.TryFind("Content-Type"u8, out var type) && IsProtected(header.Text(type)))
        {
            refusal = SmimeRefusal.AlreadyProtected;
            return false;
        }

        var (outside, inside) = Split(message.Span, header);
        inside.Write("\r\n"u8);
        inside.Write(message.Span[header.BodyStart..]);
        refusal = SevenBit(inside.WrittenMemory, out var part);
        if (refusal is null)
            entity = new SignedEntity(outside, header.TryFind("MIME-Version"u8, out _), part);
        return entity is not null;
    }

    private static (ReadOnlyMemory<byte> Outside, ArrayBufferWriter<byte> Inside) Split(
        ReadOnlySpan<byte> message, HeaderSection header)
    {
        var outside = new ArrayBufferWriter<byte>(1024);
        var inside = new ArrayBufferWriter<byte>(message.Length + 2);
        foreach (var field in header.Fields)
        {
            var output = IsContent(header.Name(field)) ? inside : outside;
            output.Write(message[field.Start..field.End]);
            output.Write("\r\n"u8);
        }

        return (outside.WrittenMemory, inside);
    }

    private static bool IsContent(ReadOnlySpan<byte> name) =>
        name.Length > "Content-".Length && Ascii.EqualsIgnoreCase(name[.."Content-".Length], "Content-"u8);

    private static bool IsProtected(string contentType) => Array.Exists(
        Protected, type => contentType.StartsWith(type, StringComparison.OrdinalIgnoreCase));

    private static SmimeRefusal? SevenBit(ReadOnlyMemory<byte> entity, out byte[] part)
    {
        part = [];
        if (!BodyDowngrade.TryToSevenBit(entity, out var pieces, out _))
            return SmimeRefusal.NotSevenBit;
        var joined = new ArrayBufferWriter<byte>(entity.Length + 1);
        foreach (var piece in pieces)
            joined.Write(piece.Span);
        part = joined.WrittenSpan.ToArray();
        return null;
    }
}
