using System.Collections.Immutable;

namespace Actors.Grains.Submissions;

/// <summary>An expected no, with what the client can do about it.</summary>
/// <param name="Detail">One sentence for the person who reads the log.</param>
/// <param name="Errors">The fields at fault, where there are any.</param>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal(RefusalCode Code, string Detail, ImmutableArray<FieldError> Errors)
{
    public static Refusal Of(RefusalCode code, string detail) => new(code, detail, []);
}

/// <param name="Pointer">JSON pointer into the request, such as <c>/to/0/email</c>.</param>
/// <param name="Code">Stable, snake_case.</param>
[GenerateSerializer, Immutable, Alias("field-error")]
public readonly record struct FieldError(string Pointer, string Code, string Detail);

/// <summary>Why something is refused. <see cref="Refusals"/> maps each to HTTP and to SMTP.</summary>
public enum RefusalCode
{
    /// <summary>A field has a value that cannot be.</summary>
    InvalidField = 0,

    /// <summary>No such account in this tenant, or none that this credential may use.</summary>
    UnknownAccount = 1,

    /// <summary>The account waits for the operator's approval.</summary>
    AccountNotApproved = 2,

    /// <summary>From, Sender or MAIL FROM is not a verified sender of the tenant.</summary>
    SenderNotVerified = 3,

    /// <summary>The message is larger than the platform takes.</summary>
    TooLarge = 4,

    /// <summary>The first request with this idempotency key is still being worked on.</summary>
    IdempotencyInProgress = 5,

    /// <summary>The idempotency key was used with another body.</summary>
    IdempotencyKeyReused = 6,

    /// <summary>The store takes no writes at present (disk full, failed fsync).</summary>
    StoreUnavailable = 7,

    /// <summary>No such thing in this tenant.</summary>
    NotFound = 8,

    /// <summary>It exists already, with other properties.</summary>
    AlreadyExists = 9,

    /// <summary>Something else still needs it.</summary>
    InUse = 10,

    /// <summary>Another change came first (<c>If-Match</c>).</summary>
    PreconditionFailed = 11,

    /// <summary>The tenant's plan does not include it, or not so many; the detail names the plan that does.</summary>
    PlanLimit = 12,

    /// <summary>The caller's role or key does not reach so far.</summary>
    NotAllowed = 13,

    /// <summary>The state it is in does not allow it.</summary>
    Conflict = 14,

    /// <summary>A link that was used, or whose time is over.</summary>
    LinkExpired = 15,

    /// <summary>Too many failures, or too many of the same in a short time.</summary>
    TooManyAttempts = 16,

    /// <summary>User or password is wrong, without saying which.</summary>
    InvalidCredentials = 17,

    /// <summary>The domain of an address is none of the tenant's, or its records are not there.</summary>
    DomainNotVerified = 18,

    /// <summary>More is in use than the smaller plan includes.</summary>
    ExceedsPlan = 30,

    /// <summary>The operator needs to know more of the customer first.</summary>
    CustomerDataMissing = 31,

    /// <summary>The plan's messages of the month, or its active contacts, are used up.</summary>
    AllowanceExhausted = 32,
}
