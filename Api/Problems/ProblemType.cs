using Actors.Grains.Submissions;

namespace Actors.Api.Problems;

/// <summary>A kind of problem: what stays the same from occurrence to occurrence (RFC 9457 §3.1).</summary>
/// <param name="Code">Stable, snake_case: what clients decide by.</param>
/// <param name="Retryable">Whether the same request can succeed later, without a change.</param>
/// <param name="Meaning">One sentence for the page that explains it.</param>
internal sealed record ProblemType(int Status, string Code, string Title, bool Retryable, string Meaning)
{
    /// <summary>Leads to the explanation, relative to the gateway (RFC 9457 §3.1.1).</summary>
    public string Uri { get; } = $"/docs/errors#{Code}";

    public static ProblemType Of(RefusalCode refusal) => refusal switch
    {
        RefusalCode.InvalidField => ProblemTypes.InvalidField,
        RefusalCode.UnknownAccount => ProblemTypes.UnknownAccount,
        RefusalCode.AccountNotApproved => ProblemTypes.AccountNotApproved,
        RefusalCode.SenderNotVerified => ProblemTypes.SenderNotVerified,
        RefusalCode.TooLarge => ProblemTypes.TooLarge,
        RefusalCode.IdempotencyInProgress => ProblemTypes.IdempotencyInProgress,
        RefusalCode.IdempotencyKeyReused => ProblemTypes.IdempotencyKeyReused,
        RefusalCode.StoreUnavailable => ProblemTypes.StoreUnavailable,
        RefusalCode.NotFound => ProblemTypes.NotFound,
        RefusalCode.AlreadyExists => ProblemTypes.AlreadyExists,
        RefusalCode.InUse => ProblemTypes.InUse,
        RefusalCode.PreconditionFailed => ProblemTypes.PreconditionFailed,
        RefusalCode.PlanLimit => ProblemTypes.PlanLimit,
        RefusalCode.NotAllowed => ProblemTypes.NotAllowed,
        RefusalCode.Conflict => ProblemTypes.Conflict,
        RefusalCode.LinkExpired => ProblemTypes.LinkExpired,
        RefusalCode.TooManyAttempts => ProblemTypes.TooManyAttempts,
        RefusalCode.InvalidCredentials => ProblemTypes.InvalidCredentials,
        RefusalCode.DomainNotVerified => ProblemTypes.DomainNotVerified,
        RefusalCode.ExceedsPlan => ProblemTypes.ExceedsPlan,
        RefusalCode.CustomerDataMissing => ProblemTypes.CustomerDataMissing,
        RefusalCode.AllowanceExhausted => ProblemTypes.AllowanceExhausted,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
