using Actors.Silo.Signing;

namespace Actors.Silo.Configuration;

/// <summary>What keys and certificates to sign with have to be. Every one that is wrong is named.</summary>
internal static class SigningRules
{
    public static IEnumerable<ConfigurationProblem> Check(ReadConfiguration read)
    {
        var taken = new HashSet<string>();
        foreach (var value in new[] { read.At("Dkim:Keys"), read.At("Dkim:PlatformKeys") })
            foreach (var part in DeliverySettingsParsing.Parts(value.Text))
                if (Key(value, part, taken) is { } problem)
                    yield return problem;
        var identities = read.At("Smime:Identities");
        foreach (var part in DeliverySettingsParsing.Parts(identities.Text))
            if (Identity(identities, part, taken) is { } problem)
                yield return problem;
    }

    private static ConfigurationProblem? Key(GivenValue value, string part, HashSet<string> taken)
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

    private static ConfigurationProblem? Identity(GivenValue value, string part, HashSet<string> taken)
    {
        if (!SigningIdentityFile.TryParse(part, out var file))
            return ConfigurationProblem.Of(
                value, $"has to be address:file:password-file, and '{part}' is not",
                "Write them such as shop@example.com:/etc/actors/shop.p12:/etc/actors/shop.password.");
        if (!taken.Add(file.Sender.Key))
            return ConfigurationProblem.Of(value, $"has {file.Sender} twice", "Leave one of them.");
        if (!file.TryLoad(TimeProvider.System.GetUtcNow(), out var identity, out var reason))
            return ConfigurationProblem.Of(
                value, $"needs a certificate for {file.Sender}: {reason}",
                "'openssl pkcs12 -in FILE -info' shows what is in a file.");
        identity.Dispose();
        return null;
    }
}
