using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Actors.Mail.Authentication.Spf.Macros;

/// <summary>What the macro letters stand for in one place of one check (RFC 7208 §7.2).</summary>
internal sealed record MacroValues
{
    public required SpfSender Sender { get; init; }

    public required string Domain { get; init; }

    /// <summary>The checked name of the client, "unknown" where there is none.</summary>
    public required string ClientName { get; init; }

    public string Expand(MacroPart.Expansion macro)
    {
        var value = Transform(Value(macro.Letter), macro);
        return macro.IsEscaped ? Uri.EscapeDataString(value) : value;
    }

    private string Value(char letter) => letter switch
    {
        's' => $"{Sender.LocalPart}@{Sender.Domain}",
        'l' => Sender.LocalPart,
        'o' => Sender.Domain,
        'd' => Domain,
        'i' => Dotted(Sender.Client),
        'p' => ClientName,
        'v' => Sender.Client.AddressFamily == AddressFamily.InterNetwork ? "in-addr" : "ip6",
        'h' => Sender.Helo,
        'c' => Sender.Client.ToString(),
        'r' => Sender.Receiver,
        't' => Sender.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "Not a macro letter."),
    };

    private static string Transform(string value, MacroPart.Expansion macro)
    {
        if (macro is { Parts: 0, Reverse: false, Delimiters: "." })
            return value;
        var parts = value.Split(macro.Delimiters.ToCharArray());
        if (macro.Reverse)
            Array.Reverse(parts);
        var kept = macro.Parts == 0 ? parts.Length : Math.Min(macro.Parts, parts.Length);
        return string.Join('.', parts[^kept..]);
    }

    /// <summary>An IPv6 address as its 32 digits with dots between; case has no meaning in a name.</summary>
    private static string Dotted(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? address.ToString()
        : string.Join('.', Convert.ToHexString(address.GetAddressBytes()).AsEnumerable());
}
