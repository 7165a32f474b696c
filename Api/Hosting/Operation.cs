using System.Collections.Immutable;
using Actors.Api.Access;
using Actors.Api.Problems;
using Actors.Grains.Credentials;

namespace Actors.Api.Hosting;

/// <summary>All that is public about an endpoint: its route, and what the API's description says of it.</summary>
/// <param name="Verb">The HTTP method.</param>
/// <param name="Path">The route, with parameters in braces.</param>
/// <param name="Name">The operation's id in the description: camelCase, unique.</param>
/// <param name="Tag">The heading it stands under.</param>
/// <param name="Summary">One line.</param>
internal sealed record Operation(
    string Verb, string Path, Audience Audience, string Name, string Tag, string Summary)
{
    /// <summary>What the caller has to be allowed: exactly one at an endpoint for tenants, none elsewhere.</summary>
    public Scopes Scope { get; init; }

    /// <summary>Markdown.</summary>
    public string Description { get; init; } = "";

    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>The shape of the JSON body; null where none is read.</summary>
    public Type? Request { get; init; }

    /// <summary>Media types of a body that is no JSON; empty where none is read.</summary>
    public ImmutableArray<string> Octets { get; init; } = [];

    public ImmutableArray<Outcome> Outcomes { get; init; } = [];

    /// <summary>Beside those that every endpoint of its audience has.</summary>
    public ImmutableArray<ProblemType> Problems { get; init; } = [];

    public ImmutableArray<Example> Examples { get; init; } = [];

    /// <summary>Whether a key in the header Idempotency-Key has it carried out once: what changes by a POST and knows
    /// its caller; sends and imports see to it in the commit of what they make.</summary>
    public bool IsRepeatable => Verb == "POST" && Audience is Audience.Tenant or Audience.Operator
        && !Parameters.Contains(Parameter.IdempotencyKey);

    /// <summary>Its own, those of every endpoint with a JSON body or an idempotency key, and those of every one of its
    /// audience.</summary>
    public IEnumerable<ProblemType> AllProblems() => Problems.Union(Request is null ? [] : OfEveryBody)
        .Union(IsRepeatable ? OfEveryRepeat : []).Union(Audience switch
        {
            Audience.Public => [],
            Audience.Tenant => OfEveryOne.Add(ProblemTypes.NotAllowed),
            _ => OfEveryOne,
        });

    /// <summary>Its own, Idempotency-Key where it can be repeated, and If-Match where somebody else's change can be in
    /// the way.</summary>
    public IEnumerable<Parameter> AllParameters() =>
    [
        .. Parameters,
        .. IsRepeatable ? [Parameter.RepeatKey] : Array.Empty<Parameter>(),
        .. Problems.Contains(ProblemTypes.PreconditionFailed) ? [Parameter.IfMatch] : Array.Empty<Parameter>(),
    ];

    private static readonly ImmutableArray<ProblemType> OfEveryBody =
    [
        ProblemTypes.MalformedJson, ProblemTypes.UnsupportedMediaType, ProblemTypes.TooLarge,
        ProblemTypes.InvalidField,
    ];

    private static readonly ImmutableArray<ProblemType> OfEveryRepeat =
    [
        ProblemTypes.InvalidParameter, ProblemTypes.IdempotencyInProgress, ProblemTypes.IdempotencyKeyReused,
        ProblemTypes.TooManyAttempts, ProblemTypes.TooLarge,
    ];

    private static readonly ImmutableArray<ProblemType> OfEveryOne =
    [
        ProblemTypes.Unauthorized, ProblemTypes.RateLimited, ProblemTypes.InternalError,
        ProblemTypes.StoreUnavailable, ProblemTypes.OutcomeUnknown,
    ];
}

/// <summary>A query parameter or request header.</summary>
internal sealed record Parameter(string Name, string Description, string Type = "string", bool InHeader = false)
{
    public static readonly Parameter IdempotencyKey = new(
        "Idempotency-Key",
        "1 to 256 printable ASCII characters. The same key with the same body is answered with the first answer, " +
        "marked by the header Idempotent-Replayed; it is remembered for at least 24 hours.",
        InHeader: true);

    public static readonly Parameter RepeatKey = new(
        "Idempotency-Key",
        "1 to 256 printable ASCII characters. For 24 hours the same request with the same key of the same caller is " +
        "carried out once and answered the same, marked by the header Idempotent-Replayed.",
        InHeader: true);

    public static readonly Parameter IfMatch = new(
        "If-Match", "The ETag of what was read: refused where it was changed meanwhile (412).", InHeader: true);
}

/// <summary>A successful answer.</summary>
/// <param name="Body">Null for none.</param>
internal sealed record Outcome(
    int Status, string Description, Type? Body = null, string MediaType = "application/json")
{
    /// <summary>Media types of files that it comes as where a parameter asks for one.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
}

/// <summary>A request as the description shows it, and as a test sends it.</summary>
/// <param name="Json">The body.</param>
/// <param name="Status">The answer it gets.</param>
internal sealed record Example(string Name, string Summary, string Json, int Status);
