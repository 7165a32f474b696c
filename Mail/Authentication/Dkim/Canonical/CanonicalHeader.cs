using System.Buffers;
using System.Text;

namespace Actors.Mail.Authentication.Dkim.Canonical;

/// <summary>Header fields in the form that is signed (RFC 6376 §3.4.1 and §3.4.2).</summary>
internal static class CanonicalHeader
{
    /// <summary>Writes the field with its CRLF.</summary>
    internal static void Write(
        ReadOnlySpan<byte> message, FieldPosition field, Canonicalization form, IBufferWriter<byte> output)
    {
        if (form == Canonicalization.Simple)
            output.Write(message[field.Start..field.End]);
        else
            WriteRelaxed(
                message[field.Start..field.NameEnd], message[field.ValueStart..field.End], output);
        output.Write("\r\n"u8);
    }

    /// <summary>Name in lower case, value unfolded, white space made one space or removed at both ends.</summary>
    /// <remarks>Without CRLF at the end, as the signature's own field is signed.</remarks>
    internal static void WriteRelaxed(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, IBufferWriter<byte> output)
    {
        var to = output.GetSpan(name.Length + 1 + value.Length);
        Ascii.ToLower(name, to, out _);
        for (var i = 0; i < name.Length; i++)
            if (name[i] >= 0x80)
            {
                name.CopyTo(to); // not a name that mail may have: left as it is
                break;
            }

        to[name.Length] = (byte)':';
        var length = name.Length + 1;
        length += Relax(value, to[length..]);
        output.Advance(length);
    }

    private static int Relax(ReadOnlySpan<byte> value, Span<byte> to)
    {
        var length = 0;
        var space = false;
        for (var i = 0; i < value.Length; i++)
        {
            var octet = value[i];
            if (octet is (byte)' ' or (byte)'\t')
            {
                space = true;
                continue;
            }

            if (octet == (byte)'\r' && i + 1 < value.Length && value[i + 1] == (byte)'\n')
            {
                i++;
                continue;
            }

            if (space && length > 0)
                to[length++] = (byte)' ';
            space = false;
            to[length++] = octet;
        }

        return length;
    }
}
