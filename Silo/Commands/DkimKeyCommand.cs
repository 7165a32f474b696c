using System.CommandLine;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Silo.Files;
using Actors.Silo.Signing;

namespace Actors.Silo.Commands;

/// <summary>Makes a key to sign with, and says what to publish.</summary>
internal static class DkimKeyCommand
{
    private static readonly Argument<string> DomainArgument = new("domain")
    {
        Description = "The domain of From that the key signs for.",
    };

    private static readonly Argument<string> SelectorArgument = new("selector")
    {
        Description = "What tells the key from others of the domain, such as a date.",
    };

    private static readonly Option<string> FileOption = new("--file")
    {
        Description = "The file to write. Default: DOMAIN.SELECTOR.pem in the folder dkim of the data folder.",
        HelpName = "file",
    };

    public static Command Make(Surroundings surroundings)
    {
        var command = new Command("dkim-key", "Make an RSA key of 2,048 bits for DKIM and print its DNS record.")
            { DomainArgument, SelectorArgument, FileOption };
        surroundings.AddDataTo(command);
        command.SetAction(async (parsed, _) =>
        {
            if (!DomainName.TryParse(parsed.GetValue(DomainArgument), out var domain))
                throw new CommandException("The domain has to be a name such as example.com.");
            if (!Selector.TryParse(parsed.GetValue(SelectorArgument), out var selector)
                || !selector.FitsBelow(domain))
                throw new CommandException("The selector has to be letters, digits and hyphens, such as mail2026.");
            var file = Path.GetFullPath(parsed.GetValue(FileOption) ?? Path.Combine(
                surroundings.Settings(parsed).Data, "dkim", $"{domain.Ascii}.{selector}.pem"));
            using var key = PrivateKey.Generate();
            Write(file, key);
            await surroundings.Output.WriteLineAsync(Text(new SigningKeyFile(domain, selector, file), key.Public));
            return 0;
        });
        return command;
    }

    private static void Write(string file, PrivateKey key)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            SecretFile.Create(file, key.ExportPem());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The key was not written: {fault.Message}");
        }
    }

    private static string Text(SigningKeyFile key, PublicKey publicKey) => $"""
        The key is in {key.File}, for its owner only. Publish this TXT record:

        {key.Name}
        {KeyRecord.TextFor(publicKey)}

        As a line of a zone file:

        {KeyRecord.ZoneLine(key.Name, publicKey)}

        Once it can be looked up ('dig {key.Name} TXT'), sign with it:

        --dkim-keys {key.Domain}:{key.Selector}:{key.File}
        """;
}
