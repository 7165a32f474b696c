using System.Net;
using Actors.Mail.Authentication.Spf.Macros;

namespace Actors.Mail.Authentication.Spf.Records;

/// <summary>A mechanism (RFC 7208 §5). A domain that is null means the domain being checked.</summary>
internal abstract record SpfMechanism
{
    private SpfMechanism()
    {
    }

    public sealed record All : SpfMechanism;

    public sealed record Include(MacroString Domain) : SpfMechanism;

    public sealed record A(MacroString? Domain, PrefixLengths Lengths) : SpfMechanism;

    public sealed record Mx(MacroString? Domain, PrefixLengths Lengths) : SpfMechanism;

    public sealed record Ptr(MacroString? Domain) : SpfMechanism;

    /// <summary>ip4 and ip6.</summary>
    public sealed record Network(IPAddress Address, int Length) : SpfMechanism;

    public sealed record Exists(MacroString Domain) : SpfMechanism;

    /// <summary>Whether evaluating it asks DNS and so counts (RFC 7208 §4.6.4).</summary>
    public bool AsksDns => this is not (All or Network);

    /// <summary>The domain it names; null when it names none.</summary>
    public MacroString? Target => this switch
    {
        Include include => include.Domain,
        A a => a.Domain,
        Mx mx => mx.Domain,
        Ptr ptr => ptr.Domain,
        Exists exists => exists.Domain,
        _ => null,
    };
}
