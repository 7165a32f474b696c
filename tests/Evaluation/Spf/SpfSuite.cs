using System.Net;
using Actors.Mail.Authentication.Spf;
using YamlDotNet.RepresentationModel;

namespace Actors.Evaluation.Spf;

/// <summary>The test suite of RFC 7208: scenarios of a zone and senders, with the results that are right.</summary>
internal sealed class SpfSuite : IEvaluation
{
    private const string NoExplanation = "DEFAULT";

    public string Path => "spf/rfc7208-tests.yml";

    public IReadOnlyList<Score> Run(string path, TextWriter faults)
    {
        using var reader = new StreamReader(path);
        var suite = new YamlStream();
        suite.Load(reader);
        var (right, all) = (0, 0);
        foreach (var scenario in suite.Documents.Select(document => (YamlMappingNode)document.RootNode))
        {
            var zone = new SuiteZone((YamlMappingNode)scenario["zonedata"]);
            foreach (var (name, test) in ((YamlMappingNode)scenario["tests"]).Children)
            {
                all++;
                if (Fault((YamlMappingNode)test, zone) is not { } fault)
                    right++;
                else
                    faults.WriteLine($"{scenario["description"]} / {name}: {fault}");
            }
        }
        return [new Score("cases of the RFC 7208 suite", right, all, 1)];
    }

    /// <returns>Null when the case came out as it should.</returns>
    private static string? Fault(YamlMappingNode test, SuiteZone zone)
    {
        var client = IPAddress.Parse(Text(test, "host")!);
        var request = new SpfRequest(client, Text(test, "helo")!, Text(test, "mailfrom")!);
        var check = SpfCheck.Run(request, zone, CancellationToken.None);
        var verdict = check.AsTask().GetAwaiter().GetResult();
        string[] expected = test["result"] is YamlSequenceNode several
            ? [.. several.Select(each => ((YamlScalarNode)each).Value!)]
            : [Text(test, "result")!];
        if (!expected.Contains(verdict.Word))
            return $"{verdict.Word} instead of {string.Join(" or ", expected)}: {verdict.Reason}";
        var explanation = Text(test, "explanation");
        return explanation is null || explanation == (verdict.Explanation ?? NoExplanation)
            ? null
            : $"explains \"{verdict.Explanation}\" instead of \"{explanation}\"";
    }

    private static string? Text(YamlMappingNode test, string key) =>
        test.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value ?? "" : null;
}
