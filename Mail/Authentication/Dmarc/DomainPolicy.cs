using Actors.Mail.Authentication.Dmarc.Records;

namespace Actors.Mail.Authentication.Dmarc;

/// <summary>What is published for a domain.</summary>
public abstract record DomainPolicy
{
    private DomainPolicy()
    {
    }

    /// <param name="Domain">
    /// Where the record stands: the domain itself, its organisation's, or the public suffix.
    /// </param>
    /// <param name="OrganizationalDomain">RFC 9989 §4.10.2.</param>
    /// <param name="Requested">What the owner asks for, before <see cref="DmarcRecord.IsTest"/>.</param>
    public sealed record Found(
        DmarcRecord Record, string Domain, string OrganizationalDomain, DmarcPolicy Requested) : DomainPolicy
    {
        /// <summary>What is to be done: one step milder where the owner is only testing (t=y).</summary>
        public DmarcPolicy Applied =>
            Record.IsTest && Requested > DmarcPolicy.None ? Requested - 1 : Requested;
    }

    /// <summary>There is no record.</summary>
    public sealed record Absent(string OrganizationalDomain) : DomainPolicy;

    /// <summary>DNS gave no answer.</summary>
    public sealed record Unknown : DomainPolicy;
}
