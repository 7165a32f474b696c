using Actors.Mail.Authentication.Lookups;
using Actors.Mail.Authentication.Spf.Checking;
using Actors.Mail.Authentication.Spf.Records;

namespace Actors.Mail.Authentication.Spf;

/// <summary>What a policy says and costs as a whole, whoever asks: every term is counted, none ends the walk.</summary>
public sealed record SpfSurvey
{
    /// <summary>Terms counted at most, those of included records too; it is far too many long before.</summary>
    public const int TermsMax = 3 * SpfLimits.LookupsMax;

    /// <summary>Policies at the domain itself; one is right.</summary>
    public required int Policies { get; init; }

    /// <summary>Null when there is not exactly one, or it is unusable.</summary>
    public SpfRecord? Record { get; init; }

    /// <summary>The first error that makes receivers use none of the policy, in plain English. Null: none.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether DNS gave no answer to one of the questions, so that the rest is a lower bound.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>Terms that ask DNS; <see cref="SpfLimits.LookupsMax"/> are allowed.</summary>
    public int Lookups { get; init; }

    /// <summary>Names that lead nowhere; <see cref="SpfLimits.VoidLookupsMax"/> are allowed.</summary>
    public int VoidLookups { get; init; }

    /// <summary>Domains whose policies are included or redirected to, at any depth; lower case.</summary>
    public IReadOnlySet<string> Included { get; init; } = new HashSet<string>();

    /// <summary>What happens to a client that no other term matches.</summary>
    public SpfQualifier Otherwise { get; init; }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ValueTask<SpfSurvey> Run(string domain, IDnsLookup dns, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return new Surveyor(dns, cancellation).Run(domain.ToLowerInvariant());
    }
}
