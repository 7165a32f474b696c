using System.Net;
using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Tests.Authentication.Lookups;

/// <summary>Answers from a table; a name that is nowhere in it does not exist.</summary>
internal sealed class TestZone : IAliasLookup
{
    private const int AliasesMax = 8;
    private readonly Dictionary<(string Name, string Type), List<object>> records = [];
    private readonly HashSet<string> names = [];
    private readonly HashSet<string> broken = [];
    private readonly Dictionary<string, string> aliases = [];

    /// <summary>Every question, as "TXT example.org".</summary>
    public List<string> Asked { get; } = [];

    public TestZone Txt(string name, params string[] texts) => Add(name, "TXT", texts);

    public TestZone A(string name, params string[] addresses) => Add(name, "A", addresses.Select(IPAddress.Parse));

    public TestZone Aaaa(string name, params string[] addresses) =>
        Add(name, "AAAA", addresses.Select(IPAddress.Parse));

    public TestZone Mx(string name, params string[] hosts) =>
        Add(name, "MX", hosts.Select((host, i) => new MailExchanger(i, host)));

    public TestZone Ptr(string address, params string[] hosts) =>
        Add(IPAddress.Parse(address).ToString(), "PTR", hosts);

    public TestZone Cname(string name, string target)
    {
        aliases[name] = target;
        return this;
    }

    /// <summary>The name exists and has nothing.</summary>
    public TestZone Empty(string name) => Add(name, "NONE", Array.Empty<object>());

    /// <summary>Every question about the name fails for the moment.</summary>
    public TestZone Broken(string name)
    {
        broken.Add(name);
        return this;
    }

    public ValueTask<LookupResult<string>> Texts(string name, CancellationToken cancellation) =>
        Find<string>(name, "TXT");

    public ValueTask<LookupResult<IPAddress>> Addresses(string name, CancellationToken cancellation) =>
        Find<IPAddress>(name, "A");

    public ValueTask<LookupResult<IPAddress>> Addresses6(string name, CancellationToken cancellation) =>
        Find<IPAddress>(name, "AAAA");

    public ValueTask<LookupResult<MailExchanger>> MailExchangers(string name, CancellationToken cancellation) =>
        Find<MailExchanger>(name, "MX");

    public ValueTask<LookupResult<string>> Names(IPAddress address, CancellationToken cancellation) =>
        Find<string>(address.ToString(), "PTR");

    public ValueTask<LookupResult<string>> Aliases(string name, CancellationToken cancellation)
    {
        Asked.Add($"CNAME {name}");
        name = name.ToLowerInvariant();
        return new(broken.Contains(name) ? new LookupResult<string>(LookupStatus.TemporaryFailure)
            : aliases.TryGetValue(name, out var target) ? new LookupResult<string>([target], name)
            : new LookupResult<string>(names.Contains(name) ? LookupStatus.NoData : LookupStatus.NoSuchName));
    }

    private TestZone Add(string name, string type, IEnumerable<object> values)
    {
        names.Add(name.ToLowerInvariant());
        var key = (name.ToLowerInvariant(), type);
        if (!records.TryGetValue(key, out var all))
            records.Add(key, all = []);
        all.AddRange(values);
        return this;
    }

    private ValueTask<LookupResult<T>> Find<T>(string name, string type)
    {
        Asked.Add($"{type} {name}");
        name = name.ToLowerInvariant();
        for (var hops = 0; aliases.TryGetValue(name, out var target); hops++)
        {
            if (hops == AliasesMax)
                return new(new LookupResult<T>(LookupStatus.TemporaryFailure));
            name = target;
        }
        if (broken.Contains(name))
            return new(new LookupResult<T>(LookupStatus.TemporaryFailure));
        return new(records.TryGetValue((name, type), out var found)
            ? new LookupResult<T>([.. found.Cast<T>()], name)
            : new LookupResult<T>(names.Contains(name) ? LookupStatus.NoData : LookupStatus.NoSuchName));
    }
}
