using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Actors.Mail.Messages.Composing;

namespace Actors.Mail.Authentication.Smime;

/// <summary>Puts part and signature together as multipart/signed (RFC 8551 §3.5.3.2).</summary>
internal static class SignedMessageWriter
{
    internal static void Write(SignedEntity entity, byte[] signature, IBufferWriter<byte> output)
    {
        // Nobody can know the signature, so nobody can put the boundary that follows from it into the text.
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(signature).AsSpan(0, 16));
        output.Write(entity.Fields.Span);
        if (!entity.HasVersion)
            output.Write("MIME-Version: 1.0\r\n"u8);
        Text(output, "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";\r\n"
            + $" micalg=sha-256; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n");
        output.Write(entity.Part);
        Text(output, $"\r\n--{boundary}\r\n"
            + "Content-Type: application/pkcs7-signature; name=\"smime.p7s\"\r\n"
            + "Content-Transfer-Encoding: base64\r\n"
            + "Content-Disposition: attachment; filename=\"smime.p7s\"\r\n\r\n");
        Base64Lines.Write(signature, output);
        Text(output, $"--{boundary}--\r\n");
    }

    private static void Text(IBufferWriter<byte> output, string text) => Encoding.ASCII.GetBytes(text, output);
}
