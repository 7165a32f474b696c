using System.Net;
using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Tests.Authentication.Dkim;

/// <summary>A name server in memory that knows TXT records.</summary>
internal sealed class KeyZone : IDnsLookup
{
    private readonly Dictionary<string, List<string>> texts = [];

    /// <summary>Names that were asked for, in order.</summary>
    internal List<string> Asked { get; } = [];

    internal LookupStatus Missing { get; set; } = LookupStatus.NoSuchName;

    internal KeyZone With(string name, params string[] records)
    {
        texts[name] = [.. records];
        return this;
    }

    public ValueTask<LookupResult<string>> Texts(string name, CancellationToken cancellation)
    {
        Asked.Add(name);
        return ValueTask.FromResult(texts.TryGetValue(name, out var records)
            ? new LookupResult<string>(records, name)
            : new LookupResult<string>(Missing));
    }

    public ValueTask<LookupResult<IPAddress>> Addresses(string name, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<LookupResult<IPAddress>> Addresses6(string name, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<LookupResult<MailExchanger>> MailExchangers(string name, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<LookupResult<string>> Names(IPAddress address, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
