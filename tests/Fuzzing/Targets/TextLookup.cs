using System.Net;
using Actors.Mail.Authentication.Lookups;

namespace Actors.Fuzzing.Targets;

/// <summary>A DNS of TXT records that are made up by name; every name has an address and two mail exchangers.</summary>
/// <param name="text">Null for none.</param>
internal sealed class TextLookup(Func<string, string?> text) : IDnsLookup
{
    private static readonly IPAddress Elsewhere = IPAddress.Parse("198.51.100.7");

    public int Questions { get; private set; }

    public ValueTask<LookupResult<string>> Texts(string name, CancellationToken cancellation) =>
        Of<string>(text(name) is { } found ? [found] : [], name);

    public ValueTask<LookupResult<IPAddress>> Addresses(string name, CancellationToken cancellation) =>
        Of([Elsewhere], name);

    public ValueTask<LookupResult<IPAddress>> Addresses6(string name, CancellationToken cancellation) =>
        Of<IPAddress>([], name);

    public ValueTask<LookupResult<MailExchanger>> MailExchangers(string name, CancellationToken cancellation) =>
        Of([new MailExchanger(10, "mx1." + name), new MailExchanger(20, "mx2." + name)], name);

    public ValueTask<LookupResult<string>> Names(IPAddress address, CancellationToken cancellation) =>
        Of([.. Enumerable.Range(0, 20).Select(i => $"d{i}.example")], "ptr");

    private ValueTask<LookupResult<T>> Of<T>(IReadOnlyList<T> records, string name)
    {
        Questions++;
        return new(records.Count > 0
            ? new LookupResult<T>(records, name)
            : new LookupResult<T>(LookupStatus.NoSuchName));
    }
}
