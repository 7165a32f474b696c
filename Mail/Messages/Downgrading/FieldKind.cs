namespace Actors.Mail.Messages.Downgrading;

/// <summary>How the value of a field can be put into ASCII.</summary>
internal enum FieldKind
{
    /// <summary>Unstructured: encoded words.</summary>
    Text,

    /// <summary>An address list: encoded words for names, A-labels for domains.</summary>
    Addresses,

    /// <summary>A token and parameters: RFC 2231.</summary>
    Parameters,

    /// <summary>Addresses of resources in angle brackets (RFC 2369): percent-encoding.</summary>
    Addressed,

    /// <summary>A phrase and an identifier (RFC 2919).</summary>
    ListId,

    /// <summary>Received: says what it can (RFC 6857 §3.1.9).</summary>
    Trace,

    /// <summary>Identifiers and tokens: no other spelling means the same.</summary>
    Fixed,
}
