using System.Collections.Immutable;
using Actors.Grains.Submissions;

namespace Actors.Api.Problems;

/// <summary>Every problem the gateway answers with.</summary>
internal static class ProblemTypes
{
    public static readonly ProblemType MalformedJson = new(400, "malformed_json", "The body is not JSON", false,
        "The body could not be read as JSON; the detail names line and byte.");

    public static readonly ProblemType InvalidParameter = new(400, "invalid_parameter", "A parameter has a wrong value",
        false, "A query parameter or a request header has a value that cannot be; errors names each.");

    public static readonly ProblemType BadRequest = new(400, "bad_request", "The request is not proper HTTP", false,
        "The request line, a header or the framing of the body could not be read.");

    public static readonly ProblemType Unauthorized = new(401, "unauthorized", "The key is missing, wrong or revoked",
        false,
        "Send the key as \"Authorization: Bearer ...\"; operator's keys and tenants' keys open different endpoints. " +
        "What is a user's own asks for the cookie of a session instead.");

    public static readonly ProblemType AccountNotApproved = Of(RefusalCode.AccountNotApproved,
        "The SMTP account sends nothing until the operator has approved it.");

    public static readonly ProblemType SenderNotVerified = Of(RefusalCode.SenderNotVerified,
        "The address in from belongs to no sender or domain that the tenant has proved to be its own.");

    public static readonly ProblemType DomainNotVerified = Of(RefusalCode.DomainNotVerified,
        "The domain of the address is none of the tenant's, or its records were not found yet.");

    public static readonly ProblemType PlanLimit = Of(RefusalCode.PlanLimit,
        "The tenant's plan does not include it, or no more of it; the detail names the plan that does.");

    public static readonly ProblemType NotAllowed = Of(RefusalCode.NotAllowed,
        "The key or the user lacks the scope named in the detail, or the key is restricted to other SMTP accounts.");

    public static readonly ProblemType InvalidCredentials = Of(RefusalCode.InvalidCredentials,
        "User name or password is wrong, or the login is locked for a while; which of them is not told.");

    public static readonly ProblemType NotFound = Of(RefusalCode.NotFound,
        "No such endpoint, or nothing of that id that this key may see.");

    public static readonly ProblemType MethodNotAllowed = new(
        405, "method_not_allowed", "The method is not for this path", false,
        "The path exists; the header Allow names its methods.");

    public static readonly ProblemType RequestTimeout = new(408, "request_timeout", "The request came too slowly", true,
        "The body did not arrive in time.");

    public static readonly ProblemType AlreadyExists = Of(RefusalCode.AlreadyExists,
        "Something of that id exists, and with other properties.");

    public static readonly ProblemType InUse = Of(RefusalCode.InUse,
        "Something else still needs it; the detail says what.");

    public static readonly ProblemType Conflict = Of(RefusalCode.Conflict,
        "The state it is in does not allow the change; the detail says why.");

    public static readonly ProblemType ExceedsPlan = Of(RefusalCode.ExceedsPlan,
        "More is in use than the smaller plan includes; errors lists each.");

    public static readonly ProblemType CustomerDataMissing = Of(RefusalCode.CustomerDataMissing,
        "A request reaches the operator when company, address and contact are known: set the customer data first.");

    public static readonly ProblemType LinkExpired = Of(RefusalCode.LinkExpired,
        "The link was used, replaced by a newer one, or its time is over.");

    public static readonly ProblemType PreconditionFailed = Of(RefusalCode.PreconditionFailed,
        "The version in If-Match is not the present one: somebody else changed it. Read it again.");

    public static readonly ProblemType MessageEnded = new(409, "message_ended", "The message has ended", false,
        "Nothing can be asked any more of a message that was delivered or given up.");

    public static readonly ProblemType OnTheWire = new(409, "on_the_wire", "An attempt is being made", true,
        "The message is on its way to the receiving server; the outcome of that attempt decides.");

    public static readonly ProblemType NotHeld = new(409, "not_held", "The message is not held", false,
        "Release and drop are for held messages.");

    public static readonly ProblemType IdempotencyInProgress = Of(RefusalCode.IdempotencyInProgress,
        "Repeat the request after the time in Retry-After to learn what became of the first.");

    public static readonly ProblemType IdempotencyKeyReused = Of(RefusalCode.IdempotencyKeyReused,
        "A key stands for one request; a different one needs a different key.");

    public static readonly ProblemType CursorExpired = new(
        410, "cursor_expired", "The cursor is older than what is kept", false,
        "Events behind that cursor are erased; begin anew without after.");

    public static readonly ProblemType TooLarge = Of(RefusalCode.TooLarge,
        "The body, or the message with its attachments encoded, is over the limit named in the detail.");

    public static readonly ProblemType UnsupportedMediaType = new(
        415, "unsupported_media_type", "The body is not JSON by its type", false,
        "Send application/json in UTF-8, not compressed.");

    public static readonly ProblemType InvalidField = Of(RefusalCode.InvalidField,
        "The JSON is well-formed, and fields in it are missing, unknown, of a wrong type or of a wrong value; " +
        "errors names each.");

    public static readonly ProblemType UnknownAccount = Of(RefusalCode.UnknownAccount,
        "The tenant has no SMTP account of that id; or has several, and the request names none.");

    public static readonly ProblemType NothingAccepted = new(
        422, "nothing_accepted", "No item of the batch was accepted", false,
        "Each item was rejected for a reason of its own; results names them, as in the answer to a batch that was " +
        "taken.");

    public static readonly ProblemType UnreadableFile = new(
        422, "unreadable_file", "Nothing of the file can be read", false,
        "By its first octets the file is empty, or is neither CSV nor lines of JSON; errors says what it " +
        "is, and the detail what to do. Nothing of it was taken.");

    public static readonly ProblemType TooManyAttempts = Of(RefusalCode.TooManyAttempts,
        "Too many failures, or too many of the same in a short time; try again later.");

    public static readonly ProblemType AllowanceExhausted = Of(RefusalCode.AllowanceExhausted,
        "The plan's messages of the month, or its active contacts, are used up: GET /v1/allowance shows them. The " +
        "request was not taken in part.");

    public static readonly ProblemType RateLimited = new(429, "rate_limited", "Too many requests", true,
        "The key makes more requests than its rate; Retry-After says when there is room again.");

    public static readonly ProblemType InternalError = new(500, "internal_error", "Something is broken", true,
        "A fault of the platform. The operator finds it in the log by its request_id.");

    public static readonly ProblemType StoreUnavailable = Of(RefusalCode.StoreUnavailable,
        "The platform takes no writes at present, and nothing of the request was stored.");

    public static readonly ProblemType OutcomeUnknown = new(
        503, "outcome_unknown", "The answer did not come in time", true,
        "Nobody knows whether the request took effect. Repeat it with the same Idempotency-Key: it takes effect once.");

    public static readonly ProblemType NotReady = new(503, "not_ready", "The platform is not ready", true,
        "Something that every request needs does not work; errors names each.");

    public static ImmutableArray<ProblemType> All { get; } =
    [
        MalformedJson, InvalidParameter, BadRequest, Unauthorized, AccountNotApproved, SenderNotVerified, NotFound,
        MethodNotAllowed, RequestTimeout, AlreadyExists, MessageEnded, OnTheWire, NotHeld, IdempotencyInProgress,
        IdempotencyKeyReused, CursorExpired, TooLarge, UnsupportedMediaType, InvalidField, UnknownAccount,
        NothingAccepted, RateLimited, AllowanceExhausted,
        InternalError, StoreUnavailable, OutcomeUnknown, NotReady, PlanLimit, NotAllowed,
        InvalidCredentials, InUse, Conflict, ExceedsPlan, CustomerDataMissing, LinkExpired, PreconditionFailed,
        TooManyAttempts, DomainNotVerified, UnreadableFile,
    ];

    private static ProblemType Of(RefusalCode refusal, string meaning)
    {
        var answer = refusal.Answer();
        return new ProblemType(answer.HttpStatus, answer.Name, answer.Title, answer.Retryable, meaning);
    }
}
