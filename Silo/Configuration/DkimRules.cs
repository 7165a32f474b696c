using Actors.Silo.Signing;

namespace Actors.Silo.Configuration;

/// <summary>What the keys to sign with have to be. Every one that is wrong is named.</summary>
internal static class DkimRules
{
    public static IEnumerable<ConfigurationProblem> Check(ReadConfiguration read)
    {
        var taken = new HashSet<string>();
        foreach (var value in new[] { read.At("Dkim:Keys"), read.At("Dkim:PlatformKeys") })
            foreach (var part in DeliverySettingsParsing.Parts(value.Text))
                if (Check(value, part, taken) is { } problem)
                    yield return problem;
    }

    private static ConfigurationProblem? Check(GivenValue value, string part, HashSet<string> taken)
    {
        if (!SigningKeyFile.TryParse(part, out var key))
            return ConfigurationProblem.Of(
                value, $"has to be domain:selector:file, and '{part}' is not",
                "Write them such as example.com:mail:/etc/actors/example.com.pem, separated by commas.");
        if (!taken.Add(key.Name))
            return ConfigurationProblem.Of(value, $"has the key {key.Name} twice", "Leave one of them.");
        if (!key.TryLoad(out var signer, out var reason))
            return ConfigurationProblem.Of(
                value, $"needs a key for {key.Name}: {reason}",
                $"'./run dkim-key {key.Domain} {key.Selector}' makes one.");
        signer.Key.Dispose();
        return null;
    }
}
