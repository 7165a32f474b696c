using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Authentication.Dmarc.Records;

/// <summary>A policy record (RFC 9989 §4.7). What is wrong in it counts as not written (§4.8).</summary>
public sealed record DmarcRecord
{
    internal const string Version = "DMARC1";

    public required string Text { get; init; }

    /// <summary>p=: for the domain itself. Null when it is missing or wrong.</summary>
    public DmarcPolicy? Policy { get; init; }

    /// <summary>sp=: for names below that exist. Null when it is missing or wrong.</summary>
    public DmarcPolicy? SubdomainPolicy { get; init; }

    /// <summary>np=: for names below that do not exist. Null when it is missing or wrong.</summary>
    public DmarcPolicy? NonexistentPolicy { get; init; }

    /// <summary>adkim=.</summary>
    public AlignmentMode DkimAlignment { get; init; }

    /// <summary>aspf=.</summary>
    public AlignmentMode SpfAlignment { get; init; }

    /// <summary>psd=.</summary>
    public PublicSuffix PublicSuffix { get; init; }

    /// <summary>t=y: the policies are to be taken one step milder.</summary>
    public bool IsTest { get; init; }

    /// <summary>rua=: URIs that aggregate reports go to; only those with a valid syntax.</summary>
    public ImmutableArray<string> AggregateReports { get; init; } = [];

    /// <summary>ruf=: URIs that failure reports go to; only those with a valid syntax.</summary>
    public ImmutableArray<string> FailureReports { get; init; } = [];

    /// <summary>fo=: when failure reports are wanted. Empty counts as "0".</summary>
    public ImmutableArray<char> FailureOptions { get; init; } = [];

    /// <summary>What is wrong, removed or unknown, in plain English; none of it stops the record from being
    /// used.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>
    /// Whether one of p, sp and np is there and wrong, or p is missing: the record then counts as p=none where reports
    /// are asked for, and else does not apply (RFC 9989 §4.10.1).
    /// </summary>
    public bool IsDamaged { get; init; }

    /// <summary>Whether receivers use the record at all.</summary>
    public bool Applies => !IsDamaged || !AggregateReports.IsEmpty;

    /// <summary>Whether a TXT record is a policy record: v=DMARC1 comes first (§4.7).</summary>
    public static bool IsOne(string text) => RecordReader.IsOne(text);

    /// <summary>False for what is none, and for more than <see cref="DmarcLimits.RecordCharactersMax"/>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DmarcRecord? record)
    {
        ArgumentNullException.ThrowIfNull(text);
        record = IsOne(text) ? new RecordReader(text).Read() : null;
        return record is not null;
    }

    /// <summary>The policy for a name.</summary>
    /// <param name="isBelow">Whether the record was found above the name.</param>
    /// <param name="exists">Whether the name exists; matters only when it is below.</param>
    public DmarcPolicy PolicyFor(bool isBelow, bool exists)
    {
        if (IsDamaged)
            return DmarcPolicy.None;
        var own = Policy ?? DmarcPolicy.None;
        var below = SubdomainPolicy ?? own;
        return !isBelow ? own : exists ? below : NonexistentPolicy ?? below;
    }
}
