using System.Text;

namespace Actors.Interop.Tests.Lab;

/// <summary>A message as Postfix stored it, cut where its own trace ends.</summary>
/// <param name="File">Where it is stored, its line ends LF.</param>
/// <param name="Trace">The lines Postfix put in front.</param>
/// <param name="Content">What it received, each octet; line ends are CRLF again.</param>
internal sealed record ReceivedMail(string File, string Trace, byte[] Content)
{
    private const string DeliveredTo = "\nDelivered-To: ";

    /// <summary>The envelope's recipient.</summary>
    public string Recipient { get; } = Trace.Split(DeliveredTo)[1].Split('\n')[0];

    /// <summary>MAIL FROM.</summary>
    public string ReturnPath { get; } = Between(Trace, "Return-Path: <", ">");

    /// <summary>What the client said in EHLO. Mail of Postfix' own has none.</summary>
    public string Helo => Between(Trace, "\nReceived: from ", " ");

    /// <summary>The client's address. Mail of Postfix' own has none.</summary>
    public string Client => Between(Trace, "[", "]");

    /// <summary>With each octet as one character.</summary>
    public string Text => Encoding.Latin1.GetString(Content);

    public static ReceivedMail Read(string file)
    {
        var stored = Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(file));
        var received = stored.IndexOf("\nReceived: ", StringComparison.Ordinal) + 1;
        var end = stored.IndexOf('\n', received) + 1;
        if (received == 0 || end == stored.Length)
            throw new InvalidDataException($"{file} is no mail as Postfix stores it:\n{stored}");
        while (stored[end] is '\t' or ' ') // a folded line goes on
            end = stored.IndexOf('\n', end) + 1;
        var content = stored[end..].Replace("\n", "\r\n", StringComparison.Ordinal);
        return new ReceivedMail(file, stored[..end], Encoding.Latin1.GetBytes(content));
    }

    private static string Between(string text, string start, string end) => text.Split(start)[1].Split(end)[0];
}
