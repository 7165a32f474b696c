using System.Collections.Immutable;

namespace Actors.Mail.Authentication.Dmarc.Records;

/// <summary>Reads the tags of a policy record (RFC 9989 §4.8), once from left to right.</summary>
internal sealed class RecordReader(string text)
{
    private static readonly char[] WhiteSpace = [' ', '\t'];

    private static readonly Dictionary<string, AlignmentMode> Modes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["r"] = AlignmentMode.Relaxed,
        ["s"] = AlignmentMode.Strict,
    };

    private static readonly Dictionary<string, PublicSuffix> Suffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["u"] = PublicSuffix.Unstated,
        ["y"] = PublicSuffix.Yes,
        ["n"] = PublicSuffix.No,
    };

    private static readonly Dictionary<string, bool> YesOrNo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["y"] = true,
        ["n"] = false,
    };

    private static readonly Dictionary<string, DmarcPolicy> Policies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = DmarcPolicy.None,
        ["quarantine"] = DmarcPolicy.Quarantine,
        ["reject"] = DmarcPolicy.Reject,
    };

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "sp", "np", "adkim", "aspf", "psd", "t", "rua", "ruf", "fo",
    };

    private static readonly string[] Removed = ["pct", "rf", "ri"];
    private readonly Dictionary<string, string> tags = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> remarks = [];
    private bool isDamaged;

    public static bool IsOne(string text)
    {
        if (text.Length > DmarcLimits.RecordCharactersMax)
            return false;
        var end = text.IndexOf(';');
        var first = end < 0 ? text : text[..end];
        var equals = first.IndexOf('=');
        return equals > 0 && first.AsSpan(0, equals).Trim(WhiteSpace) is "v" or "V"
            && first.AsSpan(equals + 1).Trim(WhiteSpace) is DmarcRecord.Version;
    }

    public DmarcRecord Read()
    {
        foreach (var tag in text.Split(';').Skip(1).Take(DmarcLimits.TagsMax))
            ReadTag(tag.Trim(WhiteSpace));
        var policy = Policy("p");
        if (!tags.ContainsKey("p"))
            Damage("p= is missing");
        return new DmarcRecord
        {
            Text = text,
            Policy = policy,
            SubdomainPolicy = Policy("sp"),
            NonexistentPolicy = Policy("np"),
            DkimAlignment = Value("adkim", Modes),
            SpfAlignment = Value("aspf", Modes),
            PublicSuffix = Value("psd", Suffixes),
            IsTest = Value("t", YesOrNo),
            AggregateReports = Addresses("rua"),
            FailureReports = Addresses("ruf"),
            FailureOptions = Options(),
            IsDamaged = isDamaged,
            Remarks = [.. remarks],
        };
    }

    private void ReadTag(string tag)
    {
        if (tag.Length == 0)
            return;
        var equals = tag.IndexOf('=');
        var name = equals < 0 ? tag : tag[..equals].TrimEnd(WhiteSpace);
        if (equals < 1 || !name.All(char.IsAsciiLetter))
            Remark($"\"{Printable.Of(tag)}\" is no tag");
        else if (Removed.Contains(name, StringComparer.OrdinalIgnoreCase))
            Remark($"{name}= has no meaning any more (RFC 9989)");
        else if (!Known.Contains(name))
            Remark($"{Printable.Of(name)}= is not known");
        else if (!tags.TryAdd(name, tag[(equals + 1)..].TrimStart(WhiteSpace)))
            Remark($"{name}= stands in it twice; the first counts");
    }

    private DmarcPolicy? Policy(string name)
    {
        if (!tags.TryGetValue(name, out var value))
            return null;
        if (Policies.TryGetValue(value, out var policy))
            return policy;
        Damage($"{name}={Printable.Of(value)} is no policy; there are none, quarantine and reject");
        return null;
    }

    private T Value<T>(string name, Dictionary<string, T> values)
        where T : struct
    {
        if (!tags.TryGetValue(name, out var value))
            return default;
        if (!values.TryGetValue(value, out var known))
            Remark($"{name}={Printable.Of(value)} is ignored; there are {string.Join(", ", values.Keys)}");
        return known;
    }

    private ImmutableArray<string> Addresses(string name)
    {
        if (!tags.TryGetValue(name, out var value))
            return [];
        var addresses = ImmutableArray.CreateBuilder<string>();
        foreach (var part in value.Split(',').Take(DmarcLimits.ReportAddressesMax))
        {
            var address = WithoutSize(part.Trim(WhiteSpace));
            if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsWhole(uri))
                addresses.Add(address);
            else
                Remark($"{name}= has \"{Printable.Of(address)}\", which is no URI such as mailto:reports@example.org");
        }
        return addresses.ToImmutable();
    }

    /// <summary>An old record may end an address in "!10m"; the size has no meaning any more.</summary>
    private static string WithoutSize(string address) =>
        address.LastIndexOf('!') is var at and > 0 ? address[..at] : address;

    private static bool IsWhole(Uri uri) => uri.Scheme != Uri.UriSchemeMailto || (uri.UserInfo != "" && uri.Host != "");

    private ImmutableArray<char> Options()
    {
        if (!tags.TryGetValue("fo", out var value))
            return [];
        var options = ImmutableArray.CreateBuilder<char>();
        foreach (var part in value.Split(':').Take(DmarcLimits.FailureOptionsMax))
        {
            var option = part.Trim(WhiteSpace).ToLowerInvariant();
            if (option is "0" or "1" or "d" or "s" && !options.Contains(option[0]))
                options.Add(option[0]);
            else
                Remark($"fo= has \"{Printable.Of(part)}\", which is ignored; there are 0, 1, d and s");
        }
        return options.ToImmutable();
    }

    private void Damage(string remark)
    {
        isDamaged = true;
        Remark(remark);
    }

    private void Remark(string remark) => remarks.Add(remark);
}
