namespace Actors.Silo.Configuration;

/// <summary>What the text of an option has to be: <see cref="ValueRules"/> says it.</summary>
public enum OptionKind
{
    /// <summary>A whole number within the option's range.</summary>
    Number,

    /// <summary>A folder, created where there is none.</summary>
    Folder,

    /// <summary>A file that exists; empty for none.</summary>
    File,

    /// <summary>A host name.</summary>
    HostName,

    /// <summary>A domain name; empty for none.</summary>
    DomainOrNone,

    /// <summary>Host names, separated by commas.</summary>
    HostNames,

    /// <summary>IP address and port.</summary>
    EndPoint,

    /// <summary>IP address and port; empty for none.</summary>
    EndPointOrNone,

    /// <summary>An IP address; empty for the system's choice.</summary>
    Address,

    /// <summary>An e-mail address; empty for the default.</summary>
    EmailAddress,

    /// <summary>E-mail addresses, separated by commas.</summary>
    EmailAddresses,

    /// <summary>Networks in CIDR form, separated by commas.</summary>
    Networks,

    /// <summary>IP addresses with or without port, separated by commas.</summary>
    Servers,

    /// <summary>The last part of a Feedback-ID.</summary>
    FeedbackSender,

    /// <summary>Keys as <c>domain:selector:file</c>, separated by commas: <see cref="SigningRules"/> judges
    /// them.</summary>
    DkimKeys,

    /// <summary>Identities as <c>address:file:password-file</c>, separated by commas: <see cref="SigningRules"/> judges
    /// them.</summary>
    SmimeIdentities,

    /// <summary>Keys as number and base64, separated by commas; never shown.</summary>
    SecretKeys,

    /// <summary>A proxy in the form of a URI; empty for none.</summary>
    Proxy,

    /// <summary>An http or https URL without query; empty for none.</summary>
    UrlOrNone,

    /// <summary>The name of a log level.</summary>
    LogLevel,
}
