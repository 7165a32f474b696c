namespace Actors.Mail.Addresses.Registries;

/// <summary>Names under which anybody registers domains, such as co.uk: nobody sends mail as one of them.</summary>
/// <remarks>The list and how to read it: https://publicsuffix.org/list/.</remarks>
public sealed class PublicSuffixes
{
    /// <summary>Characters of a list that is read: ten times the size of the present one.</summary>
    public const int TextMax = 4 * 1024 * 1024;

    // Second-level names of countries whose registries sell on the third level, from their registration rules.
    private const string Known = """
        ac.at co.at gv.at or.at
        asn.au com.au edu.au gov.au id.au net.au org.au
        com.ar gob.ar net.ar org.ar
        com.br net.br org.br
        ac.cn com.cn edu.cn gov.cn net.cn org.cn
        com.cy com.ee com.gr com.hk edu.hk org.hk
        ac.il co.il org.il
        ac.in co.in firm.in gen.in net.in org.in
        ac.jp co.jp go.jp ne.jp or.jp
        ac.kr co.kr or.kr
        com.mt com.mx org.mx com.my
        ac.nz co.nz govt.nz net.nz org.nz
        com.ph com.pk
        biz.pl com.pl edu.pl gov.pl info.pl net.pl org.pl
        com.pt com.ro com.ru org.ru com.sg edu.sg
        co.th in.th com.tr org.tr com.tw org.tw
        com.ua in.ua net.ua org.ua
        ac.uk co.uk gov.uk ltd.uk me.uk net.uk org.uk plc.uk sch.uk
        com.vn co.za org.za
        """;

    private readonly HashSet<string> plain = [];
    private readonly HashSet<string> below = [];
    private readonly HashSet<string> exceptions = [];

    private PublicSuffixes() { }

    /// <summary>Few names, for where there is no list.</summary>
    public static PublicSuffixes BuiltIn { get; } = Read(Known.Replace(' ', '\n'));

    /// <summary>How many rules there are.</summary>
    public int Count => plain.Count + below.Count + exceptions.Count;

    /// <summary>Reads the list's own format; a line that is no rule is passed over.</summary>
    public static PublicSuffixes Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var suffixes = new PublicSuffixes();
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, TextMax)).EnumerateLines())
        {
            var rule = line.Trim();
            if (rule.IndexOfAny(' ', '\t') is var end and >= 0)
                rule = rule[..end];
            if (!rule.IsEmpty && !rule.StartsWith("//"))
                suffixes.Add(rule);
        }
        return suffixes;
    }

    /// <summary>Whether the very name is a public suffix. A name of one label is always one.</summary>
    public bool Contains(DomainName domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        var name = domain.Ascii;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || plain.Contains(name))
            return true;
        return below.Contains(name[(dot + 1)..]) && !exceptions.Contains(name);
    }

    private void Add(ReadOnlySpan<char> rule)
    {
        var set = rule[0] == '!' ? exceptions : rule.StartsWith("*.") ? below : plain;
        var name = rule[0] == '!' ? rule[1..] : rule.StartsWith("*.") ? rule[2..] : rule;
        if (DomainName.TryParse(name.ToString(), out var domain))
            set.Add(domain.Ascii);
    }
}
