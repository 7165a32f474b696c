namespace Actors.Mail.Authentication.Domains;

/// <summary>What of a sending domain is looked at.</summary>
public enum DomainAspect
{
    Spf,
    Dkim,
    Dmarc,

    /// <summary>Whether mail to the domain arrives: answers, and bounces to its return path.</summary>
    Mx,
}
