using System.Net;
using System.Text;
using Actors.Mail.Authentication.Spf;
using Actors.Mail.Authentication.Spf.Records;

namespace Actors.Fuzzing.Targets;

/// <summary>Policies of senders: each line is the record of another domain.</summary>
internal sealed class SpfTarget : FuzzTarget
{
    /// <summary>
    /// Look-ups of RFC 7208 §4.6.4 with the names that mx and ptr lead to, and what may be beside them.
    /// </summary>
    private const int QuestionsMax = 300;

    private static readonly SpfRequest Request =
        new(IPAddress.Parse("192.0.2.1"), "mail.example.org", "user.name+tag@d0.example");

    public override string Name => "spf";

    public override IReadOnlyList<byte[]> Seeds { get; } = Pieces(
        "v=spf1 a mx:d1.example include:d2.example ip4:192.0.2.0/24 ip6:2001:db8::/32 "
        + "exists:%{ir}.%{v}._spf.%{d2} -all\n"
        + "v=spf1 ptr ?all\nv=spf1 redirect=d1.example exp=d3.example\n%{s} is not %{c} %{t} %%",
        "v=spf1 include:d0.example -all", "v=spf1 redirect=d1.example\nv=spf1 redirect=d0.example");

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "v=spf1 ", "include:d1.example ", "redirect=d0.example ", "a:", "mx ", "ptr ", "exists:%{l1r-}.", "-all",
        "~all",
        "ip4:1.2.3.4/33 ", "/0", "//128", "%{", "}", "%_", "%-", " ", "\n", "exp=d1.example ", "%{d999r.-+,/_=}");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("v=spf1 ", "a "), new("v=spf1 ", "include:d1.example "), new("v=spf1 exists:", "%{d}"), new("v=spf1 ", " "),
        new("v=spf1 exists:", "a."), new("v=spf1 ", "ip4:192.0.2.9 "), new("v=spf1 ", "x=y "), new("", "v=spf1 a\n"),
    ];

    public override void Run(byte[] input)
    {
        var lines = Encoding.Latin1.GetString(input).Split('\n');
        var dns = new TextLookup(name => NumberOf(name) is { } number && number < lines.Length ? lines[number] : null);
        var verdict = SpfCheck.Run(Request, dns, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        Require(Enum.IsDefined(verdict.Result), "a check has one result");
        Require(dns.Questions <= QuestionsMax, $"{dns.Questions} questions");
        foreach (var line in lines)
            _ = SpfRecord.TryParse(line, out _, out _);
    }

    private static int? NumberOf(string name) =>
        name.StartsWith('d') && name.IndexOf('.', StringComparison.Ordinal) is var dot and > 1
        && int.TryParse(name.AsSpan(1, dot - 1), out var number) && number >= 0 ? number : null;
}
