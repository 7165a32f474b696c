using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Actors.Mail.Addresses;
using Actors.Mail.Messages.Composing;

namespace Actors.Mail.Messages;

/// <summary>Whom a whole message names as its author, and the same message from another address.</summary>
public sealed class Authorship
{
    private const int FieldOctets = 256;

    private readonly ReadOnlyMemory<byte> message;
    private readonly HeaderSection header;

    private Authorship(ReadOnlyMemory<byte> message, HeaderSection header)
    {
        this.message = message;
        this.header = header;
        From = Mailboxes(KnownHeader.From);
        Resent = [.. Mailboxes(KnownHeader.ResentFrom), .. Mailboxes(KnownHeader.ResentSender)];
    }

    /// <summary>At least one.</summary>
    public ImmutableArray<Mailbox> From { get; }

    /// <summary>Who passed it on (RFC 5322 §3.6.6).</summary>
    public ImmutableArray<Mailbox> Resent { get; }

    /// <returns>False where From names nobody.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> message, [NotNullWhen(true)] out Authorship? authorship)
    {
        authorship = HeaderSection.TryParse(message, out var header, out _) ? new Authorship(message, header) : null;
        if (authorship is { From.IsEmpty: true })
            authorship = null;
        return authorship is not null;
    }

    /// <summary>The first author's name with another address; answers go to the authors unless the message says where
    /// they go. Sender leaves with the authors it spoke for.</summary>
    /// <remarks>All other fields and the body stay byte for byte, in one copy.</remarks>
    public ReadOnlyMemory<byte> With(EmailAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var output = new ArrayBufferWriter<byte>(message.Length + FieldOctets);
        var fields = new HeaderWriter(output);
        var answersTo = !Mailboxes(KnownHeader.ReplyTo).IsEmpty;
        var kept = 0;
        foreach (var field in header.Fields)
        {
            if (field.Known is not (KnownHeader.From or KnownHeader.Sender)
                && (field.Known != KnownHeader.ReplyTo || answersTo))
                continue;
            output.Write(message.Span[kept..field.Start]);
            kept = Math.Min(message.Length, field.End + 2);
            if (field.Known == KnownHeader.From)
                WriteFrom(fields, address, answersTo);
        }

        output.Write(message.Span[kept..]);
        return output.WrittenMemory;
    }

    private void WriteFrom(HeaderWriter fields, EmailAddress address, bool answersTo)
    {
        HeaderFields.Mailboxes(fields, "From", From[0].At(address));
        if (!answersTo)
            HeaderFields.Mailboxes(fields, "Reply-To", From);
    }

    private ImmutableArray<Mailbox> Mailboxes(KnownHeader known)
    {
        var found = ImmutableArray<Mailbox>.Empty;
        foreach (var field in header.Fields)
            if (field.Known == known)
                found = found.AddRange(AddressList.Parse(header.Text(field)).Mailboxes);
        return found;
    }
}
