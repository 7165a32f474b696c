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
    /// they go.</summary>
    /// <remarks>As <see cref="With(Mailbox?, ImmutableArray{Mailbox})"/>.</remarks>
    public ReadOnlyMemory<byte> With(EmailAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return With(From[0].At(address), From);
    }

    /// <summary>Another author, another place for answers, or both.</summary>
    /// <param name="author">Takes the place of those in From; null leaves them.</param>
    /// <param name="answersTo">Where answers go unless the message says so itself; empty leaves that open.</param>
    /// <remarks>Sender leaves with the authors it spoke for. All other fields and the body stay byte for byte, in one
    /// copy.</remarks>
    public ReadOnlyMemory<byte> With(Mailbox? author, ImmutableArray<Mailbox> answersTo)
    {
        var output = new ArrayBufferWriter<byte>(message.Length + FieldOctets);
        var fields = new HeaderWriter(output);
        var answers = !answersTo.IsEmpty && Mailboxes(KnownHeader.ReplyTo).IsEmpty;
        var kept = 0;
        foreach (var field in header.Fields)
        {
            var isFrom = field.Known == KnownHeader.From;
            var leaves = field.Known switch
            {
                KnownHeader.From => author is not null,
                KnownHeader.Sender => author is not null && !IsBy(author.Address),
                KnownHeader.ReplyTo => answers,
                _ => false,
            };
            if (!leaves && !(isFrom && answers))
                continue;
            output.Write(message.Span[kept..field.Start]);
            kept = leaves ? Math.Min(message.Length, field.End + 2) : field.Start;
            if (isFrom && author is not null)
                HeaderFields.Mailboxes(fields, "From", author);
            if (isFrom && answers)
                HeaderFields.Mailboxes(fields, "Reply-To", answersTo);
        }

        output.Write(message.Span[kept..]);
        return output.WrittenMemory;
    }

    /// <summary>Whether that address, and nobody else's, stands in From.</summary>
    public bool IsBy(EmailAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return From is [var only] && only.Address.Key == address.Key;
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
