using Actors.Mail.Authentication.Spf.Macros;

namespace Actors.Mail.Authentication.Spf.Checking;

/// <summary>Expands the names that a policy asks about.</summary>
internal sealed class TargetNames(SpfSender sender, ClientNames clientNames, Budget budget)
{
    public ClientNames ClientNames => clientNames;

    /// <returns>
    /// A null value when the name needs a local part that no DNS name can hold: such a term never matches (RFC 8616
    /// §4).
    /// </returns>
    public async ValueTask<(string? Value, SpfOutcome? Trouble)> Of(MacroString? target, string domain)
    {
        if (target is null)
            return (domain, null);
        if (target.Uses('s', 'l') && !System.Text.Ascii.IsValid(sender.LocalPart))
            return (null, null);
        if (target.Uses('p') && !clientNames.AreKnown && budget.TakeTerm() is { } exhausted)
            return (null, exhausted);
        return (target.ExpandName(await Values(target, domain)), null);
    }

    /// <summary>The explanation's text, whose questions are not counted (RFC 7208 §4.6.4).</summary>
    public async ValueTask<string> Text(MacroString text, string domain) => text.Expand(await Values(text, domain));

    /// <summary>The name of the record with the explanation.</summary>
    public async ValueTask<string> Uncounted(MacroString target, string domain) =>
        target.ExpandName(await Values(target, domain));

    private async ValueTask<MacroValues> Values(MacroString macros, string domain) => new()
    {
        Sender = sender,
        Domain = domain,
        ClientName = macros.Uses('p') ? await clientNames.Best(domain) : "",
    };
}
