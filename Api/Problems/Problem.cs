using System.Globalization;
using Actors.Api.Json;
using Actors.Api.Messages.Batch;
using Actors.Grains.Submissions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Problems;

/// <summary>One occurrence of a problem; as a result it writes itself.</summary>
/// <param name="Detail">One sentence for the person who reads the log; nothing internal.</param>
internal sealed record Problem(ProblemType Type, string Detail) : IResult
{
    private const string Session = "Session";

    public IReadOnlyList<PlaceError>? Errors { get; init; }

    /// <summary>Of a batch in which no item was accepted; null for anything else.</summary>
    public IReadOnlyList<BatchResult>? Results { get; init; }

    /// <summary>As the type says, but where an occurrence knows better.</summary>
    public bool Retryable { get; init; } = Type.Retryable;

    /// <summary>Whole seconds; null where coming back is no matter of time.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>What to come back with after a 401 (RFC 9110 §11.6.1). <c>Session</c> is a name of our own: no other
    /// means a cookie that <c>POST /v1/session</c> gives.</summary>
    public string Challenge { get; init; } = Type == ProblemTypes.InvalidCredentials ? Session : "Bearer";

    public static Problem NotFound { get; } =
        new(ProblemTypes.NotFound, "There is no such thing, or it is not this key's to see.");

    /// <summary>The same for every reason, so that nothing can be learned by trying.</summary>
    public static Problem Unauthorized { get; } =
        new(ProblemTypes.Unauthorized, "The request needs a valid key: \"Authorization: Bearer <key>\".");

    /// <summary>Where no key is asked for.</summary>
    public static Problem NotLoggedIn { get; } =
        new(ProblemTypes.Unauthorized, "The request needs the cookie of a session: log in with POST /v1/session.")
        {
            Challenge = Session,
        };

    public static Problem Of(Refusal refusal) => new(ProblemType.Of(refusal.Code), refusal.Detail)
    {
        Errors = refusal.Errors.IsDefaultOrEmpty ? null : PlacesOf(refusal),
        RetryAfterSeconds = RetryAfter(refusal.Code),
    };

    public static Problem Parameter(string parameter, string code, string detail) =>
        new(ProblemTypes.InvalidParameter, detail) { Errors = [new(code, detail, Parameter: parameter)] };

    public static Problem Header(string header, string code, string detail) =>
        new(ProblemTypes.InvalidParameter, detail) { Errors = [new(code, detail, Header: header)] };

    public static Problem Field(string pointer, string code, string detail) =>
        new(ProblemTypes.InvalidField, detail) { Errors = [new(code, detail, pointer)] };

    public ProblemBody Body(string? instance, string? requestId) => new(
        Type.Uri, Type.Title, Type.Status, Detail, instance, Type.Code, Errors, requestId, Retryable, Results);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Type.Status;
        response.ContentType = "application/problem+json";
        if (Type.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = Challenge;
        if (RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return response.WriteJson(
            Body(httpContext.Request.Path.Value, httpContext.TraceIdentifier), ApiJson.Wire.ProblemBody);
    }

    private static int? RetryAfter(RefusalCode code) => code switch
    {
        RefusalCode.IdempotencyInProgress => 1,
        RefusalCode.StoreUnavailable => 5,
        _ => null,
    };

    private static PlaceError[] PlacesOf(Refusal refusal)
    {
        var places = new PlaceError[refusal.Errors.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = new(refusal.Errors[i].Code, refusal.Errors[i].Detail, refusal.Errors[i].Pointer);
        return places;
    }
}
