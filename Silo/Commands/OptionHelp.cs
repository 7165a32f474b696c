using System.CommandLine;
using Actors.Silo.Configuration;

namespace Actors.Silo.Commands;

/// <summary>How an option of the settings shows in help.</summary>
internal static class OptionHelp
{
    public static Option<string> Make(DeclaredOption declared) => new(declared.Flag)
    {
        Description = Described(declared),
        HelpName = Placeholder(declared.Kind),
        Arity = ArgumentArity.ExactlyOne,
    };

    /// <summary>Text, range and default.</summary>
    public static string Described(DeclaredOption declared)
    {
        var range = declared.Kind == OptionKind.Number ? $" {declared.Min} to {declared.Max}." : "";
        var standard = declared.Default.Length == 0 ? "empty" : declared.Default;
        return $"{declared.Text}{range} Default: {standard}.";
    }

    public static string Placeholder(OptionKind kind) => kind switch
    {
        OptionKind.Number => "number",
        OptionKind.Folder => "folder",
        OptionKind.File => "file",
        OptionKind.HostName or OptionKind.DomainOrNone => "name",
        OptionKind.EndPoint or OptionKind.EndPointOrNone => "address:port",
        OptionKind.Address => "address",
        OptionKind.EmailAddress => "email",
        OptionKind.EmailAddresses => "emails",
        OptionKind.HostNames => "names",
        OptionKind.Networks => "networks",
        OptionKind.Servers => "addresses",
        OptionKind.FeedbackSender => "name",
        OptionKind.DkimKeys => "keys",
        OptionKind.SmimeIdentities => "identities",
        OptionKind.SecretKeys => "keys",
        OptionKind.Proxy => "uri",
        OptionKind.UrlOrNone => "url",
        OptionKind.LogLevel => "level",
        _ => throw new InvalidOperationException($"unknown kind {kind}"),
    };
}
