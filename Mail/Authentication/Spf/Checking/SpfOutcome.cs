using Actors.Mail.Authentication.Spf.Macros;

namespace Actors.Mail.Authentication.Spf.Checking;

/// <summary>What check_host() of one domain returns (RFC 7208 §4).</summary>
internal sealed record SpfOutcome(SpfResult Result, string Reason)
{
    /// <summary>Where the explanation of a fail stands, and in which domain its macros are read; else null.</summary>
    public (MacroString Name, string Domain)? Explanation { get; init; }
}
