using System.Net.Sockets;
using Actors.Mail.Authentication.Lookups;
using Actors.Mail.Authentication.Spf.Records;

namespace Actors.Mail.Authentication.Spf.Checking;

/// <summary>
/// The names of the client that lead back to its address (RFC 7208 §5.5), asked for once a check. Who publishes a
/// policy has no say in them, so names that lead nowhere are not counted.
/// </summary>
internal sealed class ClientNames(SpfSender sender, IDnsLookup dns, CancellationToken cancellation)
{
    private const string Unknown = "unknown";
    private IReadOnlyList<string>? names;

    public bool AreKnown => names is not null;

    public async ValueTask<IReadOnlyList<string>> Get() => names ??= await Find();

    /// <summary>The value of the macro p (§7.3): the domain itself, else a name below it, else any.</summary>
    public async ValueTask<string> Best(string domain)
    {
        var all = await Get();
        return all.FirstOrDefault(name => name.Equals(domain, StringComparison.OrdinalIgnoreCase))
            ?? all.FirstOrDefault(name => IsAtOrUnder(name, domain))
            ?? all.FirstOrDefault(Unknown);
    }

    public static bool IsAtOrUnder(string name, string domain) =>
        name.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
        && (name.Length == domain.Length || name[^(domain.Length + 1)] == '.');

    private async ValueTask<IReadOnlyList<string>> Find()
    {
        var found = new List<string>();
        foreach (var name in (await dns.Names(sender.Client, cancellation)).Records.Take(SpfLimits.ClientNamesMax))
        {
            var addresses = sender.Client.AddressFamily == AddressFamily.InterNetwork
                ? await dns.Addresses(name, cancellation)
                : await dns.Addresses6(name, cancellation);
            if (addresses.Records.Any(address => PrefixLengths.Whole.Agree(address, sender.Client)))
                found.Add(name);
        }
        return found;
    }
}
