namespace Actors.Mail.Authentication.Dmarc.Records;

/// <summary>Whether strangers register names below a domain (psd= of RFC 9989 §4.7).</summary>
public enum PublicSuffix
{
    /// <summary>"u", also when nothing is said: the walk up the tree decides.</summary>
    Unstated,

    /// <summary>"y": each name one label below is an organisation of its own.</summary>
    Yes,

    /// <summary>"n": this domain is the organisation's.</summary>
    No,
}
