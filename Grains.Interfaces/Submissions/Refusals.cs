using Actors.Mail.Replies;

namespace Actors.Grains.Submissions;

/// <summary>How a refusal is told: over HTTP as a problem, over SMTP as a reply.</summary>
/// <param name="HttpStatus">RFC 9110 §15.</param>
/// <param name="Name">The stable <c>code</c> of the problem details, snake_case.</param>
/// <param name="Title">The same for every occurrence (RFC 9457 §3.1.3).</param>
/// <param name="Retryable">Whether the same request can succeed later, without a change.</param>
/// <param name="ReplyCode">RFC 5321 §4.2.</param>
/// <param name="Status">RFC 3463, of the same class as the reply code.</param>
public sealed record RefusalAnswer(
    int HttpStatus, string Name, string Title, bool Retryable, int ReplyCode, EnhancedStatusCode Status);

/// <summary>The one table from refusals to the wire, for the gateway and for the SMTP listeners.</summary>
public static class Refusals
{
    public static RefusalAnswer Answer(this RefusalCode code) => code switch
    {
        RefusalCode.InvalidField => InvalidField,
        RefusalCode.UnknownAccount => UnknownAccount,
        RefusalCode.AccountNotApproved => AccountNotApproved,
        RefusalCode.SenderNotVerified => SenderNotVerified,
        RefusalCode.TooLarge => TooLarge,
        RefusalCode.IdempotencyInProgress => IdempotencyInProgress,
        RefusalCode.IdempotencyKeyReused => IdempotencyKeyReused,
        RefusalCode.StoreUnavailable => StoreUnavailable,
        RefusalCode.NotFound => Setting(404, "not_found", "There is nothing here"),
        RefusalCode.AlreadyExists => Setting(409, "already_exists", "It exists already"),
        RefusalCode.InUse => Setting(409, "in_use", "Something else needs it"),
        RefusalCode.PreconditionFailed => Setting(412, "precondition_failed", "It was changed meanwhile"),
        RefusalCode.PlanLimit => Setting(403, "plan_limit", "The plan does not include it"),
        RefusalCode.NotAllowed => Setting(403, "not_allowed", "This caller may not do that"),
        RefusalCode.Conflict => Setting(409, "conflict", "Its state does not allow it"),
        RefusalCode.LinkExpired => Setting(410, "link_expired", "The link cannot be used any more"),
        RefusalCode.TooManyAttempts => TooManyAttempts,
        RefusalCode.InvalidCredentials => Setting(401, "invalid_credentials", "The login is wrong"),
        RefusalCode.DomainNotVerified => Setting(403, "domain_not_verified", "The domain is not verified"),
        RefusalCode.ExceedsPlan => Setting(409, "exceeds_plan", "More is in use than the plan includes"),
        RefusalCode.CustomerDataMissing => Setting(409, "customer_data_missing", "Customer data are missing"),
        RefusalCode.AllowanceExhausted => AllowanceExhausted,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };

    private static readonly RefusalAnswer InvalidField =
        new(422, "invalid_field", "A field has a value that cannot be", false, 550, new(5, 6, 0));

    // Only a credential leads an SMTP client to an account: to it, the account is a matter of authorization.
    private static readonly RefusalAnswer UnknownAccount =
        new(422, "unknown_account", "There is no such SMTP account", false, 550, new(5, 7, 1));

    private static readonly RefusalAnswer AccountNotApproved =
        new(403, "account_not_approved", "The SMTP account waits for approval", false, 550, new(5, 7, 1));

    private static readonly RefusalAnswer SenderNotVerified =
        new(403, "sender_not_verified", "The sender is not verified", false, 550, new(5, 7, 1));

    private static readonly RefusalAnswer TooLarge =
        new(413, "too_large", "The message is too large", false, 552, new(5, 3, 4));

    private static readonly RefusalAnswer IdempotencyInProgress =
        new(409, "idempotency_in_progress", "The first request with this key is still in progress", true,
            451, new(4, 5, 0));

    private static readonly RefusalAnswer IdempotencyKeyReused =
        new(409, "idempotency_key_reused", "The idempotency key was used with another request", false,
            550, new(5, 5, 0));

    // 421 also closes the connection: a client that is told to go away does not fill a queue that cannot be stored.
    private static readonly RefusalAnswer StoreUnavailable =
        new(503, "store_unavailable", "Nothing can be stored at present", true, 421, new(4, 3, 2));

    private static readonly RefusalAnswer TooManyAttempts =
        new(429, "too_many_attempts", "Too many attempts", true, 451, new(4, 7, 0));

    // 4yz, so that mail waits with its sender for the next month or a larger plan, and is not returned.
    private static readonly RefusalAnswer AllowanceExhausted =
        new(429, "allowance_exhausted", "The plan's allowance is used up", true, 451, new(4, 7, 1));

    /// <summary>Of settings: they are told over HTTP alone; to SMTP they would be a matter of
    /// authorization.</summary>
    private static RefusalAnswer Setting(int status, string name, string title) =>
        new(status, name, title, false, 550, new(5, 7, 1));
}
