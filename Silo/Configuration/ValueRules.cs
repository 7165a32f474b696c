using System.Globalization;
using System.Net;
using Actors.Mail.Addresses;
using Actors.Smtp.Client.Proxies;

namespace Actors.Silo.Configuration;

/// <summary>What the text of an option has to be, looked at alone.</summary>
internal static class ValueRules
{
    /// <returns>Null when the text is right.</returns>
    public static ConfigurationProblem? Check(GivenValue value) => value.Option.Kind switch
    {
        OptionKind.Number => Number(value),
        OptionKind.Folder => Folder(value),
        OptionKind.File => ExistingFile(value),
        OptionKind.HostName => HostName(value),
        OptionKind.DomainOrNone => value.Text.Length == 0 ? null : HostName(value),
        OptionKind.HostNames => HostNames(value),
        OptionKind.EndPoint => EndPoint(value),
        OptionKind.EndPointOrNone => value.Text.Length == 0 ? null : EndPoint(value),
        OptionKind.Address => Address(value),
        OptionKind.EmailAddress => Mailbox(value),
        OptionKind.EmailAddresses => Mailboxes(value),
        OptionKind.Networks => Networks(value),
        OptionKind.Servers => Servers(value),
        OptionKind.FeedbackSender => FeedbackSender(value),
        OptionKind.DkimKeys or OptionKind.SmimeIdentities => null, // SigningRules names every one that is wrong
        OptionKind.SecretKeys => SecretKeys(value),
        OptionKind.Proxy => Proxy(value),
        OptionKind.UrlOrNone => Url(value),
        OptionKind.LogLevel => Level(value),
        _ => throw new InvalidOperationException($"{value.Option.Path} is of no kind"),
    };

    private static ConfigurationProblem? Number(GivenValue value)
    {
        var (min, max) = (value.Option.Min, value.Option.Max);
        return int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max
            ? null
            : ConfigurationProblem.Of(
                value, $"has to be a whole number from {min} to {max}", $"The default is {value.Option.Default}.");
    }

    private static ConfigurationProblem? Folder(GivenValue value) => value.Text.Trim().Length == 0
        ? ConfigurationProblem.Of(value, "has to name a folder", $"The default is {value.Option.Default}.")
        : File.Exists(value.Text)
            ? ConfigurationProblem.Of(value, "has to name a folder, and is a file", "Name another, or move the file.")
            : null;

    private static ConfigurationProblem? ExistingFile(GivenValue value) =>
        value.Text.Length == 0 || File.Exists(value.Text) ? null : ConfigurationProblem.Of(
            value, "has to name a file that exists", $"There is no {Path.GetFullPath(value.Text)}.");

    private static ConfigurationProblem? HostName(GivenValue value) =>
        DomainName.TryParse(value.Text, out _) ? null : ConfigurationProblem.Of(
            value, "has to be a host name: letters, digits, hyphens and dots", "Write one such as mail.example.com.");

    private static ConfigurationProblem? HostNames(GivenValue value)
    {
        foreach (var part in DeliverySettingsParsing.Parts(value.Text))
            if (!DomainName.TryParse(part, out _))
                return ConfigurationProblem.Of(
                    value, $"has to be host names, and '{part}' is none",
                    "Write them such as ns1.example.com,ns2.example.com.");
        return null;
    }

    private static ConfigurationProblem? EndPoint(GivenValue value) =>
        HasPort(value.Text) && IPEndPoint.TryParse(value.Text, out _) ? null : ConfigurationProblem.Of(
            value, "has to be an IP address and a port of 0 to 65535",
            "Write one such as 127.0.0.1:8080, [::1]:8080 or 0.0.0.0:8080.");

    private static ConfigurationProblem? Address(GivenValue value) =>
        value.Text.Length == 0 || IPAddress.TryParse(value.Text, out _) ? null : ConfigurationProblem.Of(
            value, "has to be an IP address", "Write one such as 192.0.2.25, or leave it empty.");

    private static ConfigurationProblem? Mailbox(GivenValue value) =>
        value.Text.Length == 0 || EmailAddress.TryParse(value.Text, out _) ? null : ConfigurationProblem.Of(
            value, "has to be an e-mail address", "Write one such as no-reply@example.com, or leave it empty.");

    private static ConfigurationProblem? Mailboxes(GivenValue value)
    {
        foreach (var part in DeliverySettingsParsing.Parts(value.Text))
            if (!EmailAddress.TryParse(part, out _))
                return ConfigurationProblem.Of(
                    value, $"has to be e-mail addresses, and '{part}' is none",
                    "Write them such as fbl@example.com,complaints@example.com.");
        return null;
    }

    private static ConfigurationProblem? Networks(GivenValue value)
    {
        foreach (var part in DeliverySettingsParsing.Parts(value.Text))
            if (!IPNetwork.TryParse(part, out _))
                return ConfigurationProblem.Of(
                    value, $"has to be networks in CIDR form, and '{part}' is none",
                    "Write them such as 10.0.0.0/8,fd00::/8.");
        return null;
    }

    private static ConfigurationProblem? Servers(GivenValue value)
    {
        var parts = DeliverySettingsParsing.Parts(value.Text);
        foreach (var part in parts)
            if (!IPEndPoint.TryParse(part, out _))
                return ConfigurationProblem.Of(
                    value, $"has to be IP addresses with or without port, and '{part}' is none",
                    "Write them such as 192.0.2.53,127.0.0.1:5353.");
        return parts.Length <= Dns.ResolverOptions.ServersMax ? null : ConfigurationProblem.Of(
            value, $"has to be at most {Dns.ResolverOptions.ServersMax} servers", "Leave out some.");
    }

    private static ConfigurationProblem? FeedbackSender(GivenValue value) =>
        Mail.Messages.FeedbackId.IsSender(value.Text) ? null : ConfigurationProblem.Of(
            value, "has to be 5 to 15 letters, digits, hyphens, underscores and dots",
            $"The default is {value.Option.Default}.");

    private static ConfigurationProblem? SecretKeys(GivenValue value) =>
        value.Text.Length == 0 || Storage.Secrets.SecretKeys.TryParse(value.Text, out _, out var problem)
            ? null
            : ConfigurationProblem.Of(
                value, $"has to be keys, and {problem}",
                "Write one such as \"1 \" and the output of 'openssl rand -base64 32'.");

    private static ConfigurationProblem? Proxy(GivenValue value) =>
        value.Text.Length == 0 || ProxyServer.TryParse(value.Text, out _) ? null : ConfigurationProblem.Of(
            value, "has to be a proxy: scheme, IP address and port, with user and password where it asks for them",
            "Write one such as socks5://user:password@192.0.2.1:1080; schemes are socks4, socks4a, socks5, socks5h "
                + "and http.");

    private static ConfigurationProblem? Url(GivenValue value) =>
        value.Text.Length == 0 || (Uri.TryCreate(value.Text, UriKind.Absolute, out var url)
            && url is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" })
            ? null
            : ConfigurationProblem.Of(
                value, "has to be an http or https URL", "Write one such as https://mail.example.org/.");

    private static ConfigurationProblem? Level(GivenValue value) =>
        value.Text.Length > 0 && char.IsAsciiLetter(value.Text[0]) && Enum.TryParse<LogLevel>(value.Text, true, out _)
            ? null
            : ConfigurationProblem.Of(
                value, "has to be trace, debug, information, warning, error, critical or none",
                $"The default is {value.Option.Default}.");

    /// <summary>IPEndPoint takes a text without port, too, and an IPv6 address in its bare form.</summary>
    private static bool HasPort(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && colon < text.Length - 1 && (text[colon - 1] == ']' || text.IndexOf(':') == colon);
    }
}
