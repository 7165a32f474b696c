using System.Collections.Immutable;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Domains;

/// <summary>What the owner of a domain publishes, and what the platform's zone has at the other end.</summary>
public static class DomainRecords
{
    public const string ReturnPathLabel = "bounce";
    public const string TrackingLabel = "click";

    /// <summary>The slots of keys that take turns.</summary>
    public static readonly ImmutableArray<int> Slots = [0, 1];

    /// <summary>By slot.</summary>
    public static readonly ImmutableArray<RecordPurpose> Dkim = [RecordPurpose.DkimFirst, RecordPurpose.DkimSecond];

    /// <summary>By slot: of the selector that signs while another is looked for.</summary>
    public static readonly ImmutableArray<RecordPurpose> DkimInUse =
        [RecordPurpose.DkimFirstInUse, RecordPurpose.DkimSecondInUse];

    public static bool IsRequired(RecordPurpose purpose) => Dkim.Contains(purpose) || DkimInUse.Contains(purpose);

    /// <summary>The records to publish, in the order they are shown.</summary>
    public static ImmutableArray<WantedRecord> Wanted(DomainState state, DomainName domain, DomainOptions options)
    {
        var name = domain.Ascii;
        var reports = state.DmarcReports ?? options.DmarcReports;
        return
        [
            .. Aliases(Dkim, state.SelectorWanted ?? state.Selector),
            new(RecordPurpose.ReturnPath, $"{state.ReturnPathLabel}.{name}", "CNAME", PathHost(state.Token, options),
                null),
            new(RecordPurpose.Spf, name, "TXT", $"v=spf1 include:{PlatformZone.SpfName(options)} ~all", null),
            new(RecordPurpose.Dmarc, $"_dmarc.{name}", "TXT",
                reports is null ? "v=DMARC1; p=none" : $"v=DMARC1; p=none; rua={UriOf(reports)}", null),
            new(RecordPurpose.Tracking, $"{state.TrackingLabel}.{name}", "CNAME", PlatformZone.TrackingName(options),
                null),
            .. state.SelectorWanted is null ? [] : Aliases(DkimInUse, state.Selector),
        ];

        IEnumerable<WantedRecord> Aliases(ImmutableArray<RecordPurpose> purposes, string? selector) =>
            Slots.Select(slot => new WantedRecord(
                purposes[slot], $"{Selector(BaseOf(selector, state), slot)}._domainkey.{name}", "CNAME",
                KeyHost(state.Token, slot, options), state.KeyOf(slot)?.PublicKey));
    }

    public static ImmutableArray<RecordView> Views(DomainState state, DomainName domain, DomainOptions options) =>
    [
        .. Wanted(state, domain, options).Select(wanted =>
        {
            var seen = state.Seen.FirstOrDefault(one => one.Purpose == wanted.Purpose);
            return new RecordView(
                wanted.Purpose, wanted.Name, wanted.Type, wanted.Value, IsRequired(wanted.Purpose),
                seen?.State ?? RecordState.Unknown, seen?.Text);
        }),
    ];

    /// <summary>What the platform's zone has for a domain: its keys, and the host of its return path, whose SPF is
    /// always set. For a name of the platform's own also what others publish themselves.</summary>
    public static ImmutableArray<ZoneSet> Sets(DomainState state, DomainName domain, DomainOptions options)
    {
        var path = PathHost(state.Token, options);
        var sets = new List<ZoneSet>();
        foreach (var slot in Slots)
            sets.Add(Set(
                KeyHost(state.Token, slot, options), "TXT", state.KeyOf(slot) is { } key ? TextOf(key) : null));
        sets.Add(Set(path, "MX", $"10 {options.HostName.Ascii}"));
        sets.Add(Set(path, "TXT", $"v=spf1 include:{PlatformZone.SpfName(options)} -all"));
        if (options.IsOurs(domain))
            sets.AddRange(Wanted(state, domain, options).Select(own => Set(own.Name, own.Type, own.Value)));
        if (domain.Equals(options.Zone))
            sets.AddRange(PlatformZone.Entries(options).Select(entry => Set(entry.Name, entry.Type, entry.Value)));
        if (state.IsDeleted)
            sets = sets.ConvertAll(set => set with { Entries = [] });
        sets.AddRange(state.Leftovers.SelectMany(token => Leftover(token, options)));
        return [.. sets];
    }

    /// <summary>The selector whose key signs.</summary>
    public static string ActiveSelector(DomainState state) =>
        Selector(BaseOf(state.Selector, state), state.ActiveSlot);

    public static string KeyHost(string token, int slot, DomainOptions options) =>
        $"{Selector(token, slot)}.dkim.{options.Zone?.Ascii}";

    public static string PathHost(string token, DomainOptions options) =>
        $"{token}.{PlatformZone.PathName(options)}";

    private static IEnumerable<ZoneSet> Leftover(string token, DomainOptions options) =>
    [
        .. Slots.Select(slot => Set(KeyHost(token, slot, options), "TXT", null)),
        Set(PathHost(token, options), "MX", null),
        Set(PathHost(token, options), "TXT", null),
    ];

    /// <summary>Printable ASCII without comma, exclamation mark and semicolon, which mean something else there
    /// (RFC 9989 §4.7).</summary>
    private static string UriOf(string reports)
    {
        var address = EmailAddress.Parse(reports);
        return $"mailto:{Uri.EscapeDataString(address.LocalPart)}@{address.Domain.Ascii}";
    }

    private static string BaseOf(string? selector, DomainState state) => selector is { Length: > 0 } own
        ? own
        : state.Token;

    private static string Selector(string name, int slot) => $"{name}-{slot + 1}";

    private static string TextOf(NewKey key) => $"v=DKIM1; k=rsa; p={key.PublicKey}";

    private static ZoneSet Set(string name, string type, string? value) =>
        new(name, type, value is null ? [] : [new ZoneEntry(name, type, value)]);
}
