using System.Globalization;
using System.Net;

namespace Actors.Mail.Authentication.Spf;

/// <summary>A <see cref="SpfRequest"/> made ready: local part and domain apart, the domain as A-labels.</summary>
internal sealed record SpfSender
{
    private const string DefaultLocalPart = "postmaster";
    private static readonly IdnMapping Idn = new();

    private SpfSender(SpfRequest request, string localPart, string domain)
    {
        Client = request.Client.IsIPv4MappedToIPv6
            ? request.Client.MapToIPv4()
            : new IPAddress(request.Client.GetAddressBytes()); // a scope would be printed
        (Helo, Receiver, At) = (request.Helo, request.Receiver, request.At);
        (LocalPart, Domain) = (localPart, domain);
    }

    public IPAddress Client { get; }

    public string Helo { get; }

    public string Receiver { get; }

    public DateTimeOffset At { get; }

    public string LocalPart { get; }

    /// <summary>Not checked yet: possibly empty, possibly not a name.</summary>
    public string Domain { get; }

    public static SpfSender Of(SpfRequest request)
    {
        var sender = request.MailFrom.Length > 0 ? request.MailFrom : $"{DefaultLocalPart}@{request.Helo}";
        var at = sender.LastIndexOf('@');
        var localPart = at > 0 ? sender[..at] : DefaultLocalPart;
        var domain = sender[(at + 1)..];
        return new SpfSender(request, localPart, ToAscii(domain.EndsWith('.') ? domain[..^1] : domain));
    }

    private static string ToAscii(string domain)
    {
        if (System.Text.Ascii.IsValid(domain))
            return domain;
        try
        {
            return Idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return domain; // no name, and refused as such
        }
    }
}
