using System.Net;
using Actors.Mail.Authentication.Lookups;
using YamlDotNet.RepresentationModel;

namespace Actors.Evaluation.Spf;

/// <summary>
/// The names of one scenario. A record of type SPF stands for a TXT record where the name has no TXT of its own, and
/// TIMEOUT for every type that the name does not list.
/// </summary>
internal sealed class SuiteZone : IDnsLookup
{
    private const int AliasesMax = 8;
    private readonly Dictionary<string, (string Type, YamlNode Value)[]> names = new(StringComparer.OrdinalIgnoreCase);

    public SuiteZone(YamlMappingNode zone)
    {
        foreach (var (name, records) in zone.Children)
            names.Add(((YamlScalarNode)name).Value!.TrimEnd('.'), [.. ((YamlSequenceNode)records).Select(Read)]);
    }

    public ValueTask<LookupResult<string>> Texts(string name, CancellationToken cancellation) =>
        Find(name, "TXT", Joined);

    public ValueTask<LookupResult<IPAddress>> Addresses(string name, CancellationToken cancellation) =>
        Find(name, "A", value => IPAddress.Parse(Text(value)));

    public ValueTask<LookupResult<IPAddress>> Addresses6(string name, CancellationToken cancellation) =>
        Find(name, "AAAA", value => IPAddress.Parse(Text(value)));

    public ValueTask<LookupResult<MailExchanger>> MailExchangers(string name, CancellationToken cancellation) =>
        Find(name, "MX", value => new MailExchanger(
            int.Parse(Text(value[0]), null), Text(value[1]) is { Length: > 0 } host ? host.TrimEnd('.') : "."));

    public ValueTask<LookupResult<string>> Names(IPAddress address, CancellationToken cancellation) =>
        Find(Reverse(address), "PTR", value => Text(value).TrimEnd('.'));

    private ValueTask<LookupResult<T>> Find<T>(string name, string type, Func<YamlNode, T> read)
    {
        for (var hops = 0; hops < AliasesMax; hops++)
        {
            if (!names.TryGetValue(name, out var records))
                return new(new LookupResult<T>(LookupStatus.NoSuchName));
            if (records.FirstOrDefault(record => record.Type == "CNAME") is { Value: { } alias })
            {
                name = Text(alias).TrimEnd('.');
                continue;
            }
            var own = Of(records, type).Select(record => read(record.Value)).ToArray();
            return new(own.Length > 0 ? new LookupResult<T>(own, name)
                : new LookupResult<T>(records.Any(record => record.Type == "TIMEOUT")
                    ? LookupStatus.TemporaryFailure
                    : LookupStatus.NoData));
        }
        return new(new LookupResult<T>(LookupStatus.TemporaryFailure));
    }

    private static IEnumerable<(string Type, YamlNode Value)> Of((string Type, YamlNode Value)[] records, string type)
    {
        var own = records.Where(record => record.Type == type).ToArray();
        return type == "TXT" && own.Length == 0
            ? records.Where(record => record.Type == "SPF")
            : own.Where(record => record.Value is not YamlScalarNode { Value: "NONE" });
    }

    private static (string Type, YamlNode Value) Read(YamlNode record) => record is YamlMappingNode pair
        ? (Text(pair.Children[0].Key), pair.Children[0].Value)
        : (Text(record), record);

    private static string Joined(YamlNode value) =>
        value is YamlSequenceNode strings ? string.Concat(strings.Select(Text)) : Text(value);

    private static string Text(YamlNode value) => ((YamlScalarNode)value).Value ?? "";

    private static string Reverse(IPAddress address)
    {
        var octets = address.GetAddressBytes();
        Array.Reverse(octets);
        return octets.Length == 4
            ? string.Join('.', octets) + ".in-addr.arpa"
            : string.Join('.', octets.Select(octet => $"{octet & 15:x}.{octet >> 4:x}")) + ".ip6.arpa";
    }
}
