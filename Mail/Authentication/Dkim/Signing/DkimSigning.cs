using System.Buffers;

namespace Actors.Mail.Authentication.Dkim.Signing;

/// <summary>Makes DKIM-Signature fields (RFC 6376 §5).</summary>
public static class DkimSigning
{
    /// <summary>Writes one field for each signer, each with its CRLF, to be put on top of the message. The body is
    /// hashed once.</summary>
    /// <param name="message">As it will be sent; nothing may change it afterwards. Line ends are CRLF.</param>
    /// <param name="now">Becomes t=.</param>
    /// <returns>False, and nothing written, for what has no header or no From.</returns>
    public static bool TrySign(
        ReadOnlySpan<byte> message, ReadOnlySpan<DkimSigner> signers, DateTimeOffset now, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var bench = SigningBench.Take();
        try
        {
            if (!bench.Fields.Read(message)
                || bench.Fields.Above(message, bench.Fields.Count, "from"u8) < 0)
                return false;
            bench.Begin(message);
            foreach (var signer in signers)
                bench.Sign(signer, now, output);
            return true;
        }
        finally
        {
            SigningBench.Return(bench);
        }
    }
}
