using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Actors.Mail.Addresses;
using Actors.Mail.Messages.Composing;

namespace Actors.Mail.Messages;

/// <summary>The trace field that a server puts on top of what it accepts (RFC 5321 §4.4).</summary>
public sealed record ReceivedTrace
{
    private const int TokenMax = 255;

    /// <summary>As the client called itself; characters that no host name or address literal has become "?".</summary>
    public required string Helo { get; init; }

    /// <summary>Null where the client's address is not to be told.</summary>
    public IPAddress? Client { get; init; }

    public required DomainName By { get; init; }

    public required TransmissionType With { get; init; }

    /// <summary>What finds the message in our log.</summary>
    public required string Id { get; init; }

    /// <summary>Only for a message with one recipient: several would be told of each other (RFC 5321 §7.2).</summary>
    public EmailAddress? For { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Writes the field with its CRLF.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        var header = new HeaderWriter(output);
        header.Begin("Received");
        header.Word($"from {Token(Helo)}");
        if (Client is not null)
            header.Word(Client.AddressFamily == AddressFamily.InterNetworkV6 ? $"([IPv6:{Client}])" : $"([{Client}])");
        header.Word($"by {By}");
        header.Word($"with {With.Name}");
        header.Word($"id {Token(Id)}");
        if (For is not null)
            header.Word($"for <{For}>");
        header.Glue(";");
        header.Word(MailDate.Format(Date));
        header.End();
    }

    private static string Token(string text)
    {
        if (text.Length is > 0 and <= TokenMax && text.All(IsTokenCharacter))
            return text;
        var known = text[..Math.Min(text.Length, TokenMax)].Select(c => IsTokenCharacter(c) ? c : '?');
        return text.Length == 0 ? "unknown" : string.Concat(known);
    }

    private static bool IsTokenCharacter(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':' or '[' or ']';
}
