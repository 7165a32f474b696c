using Actors.Grains.Ports;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Problems;

/// <summary>What a client is told of an exception: nothing internal, and whether to come back.</summary>
internal static class Faults
{
    public static Problem Describe(Exception fault) => fault switch
    {
        TimeoutException => new(ProblemTypes.OutcomeUnknown, ProblemTypes.OutcomeUnknown.Meaning)
        { RetryAfterSeconds = 1 },
        StoreUnavailableException => new(ProblemTypes.StoreUnavailable, ProblemTypes.StoreUnavailable.Meaning)
        { RetryAfterSeconds = 5 },
        BadHttpRequestException bad => Of(bad),
        _ => new(ProblemTypes.InternalError, "The request failed; tell the operator its request_id."),
    };

    /// <summary>Whether the operator should see it in the log as an error.</summary>
    public static bool IsOurs(Problem problem) => problem.Type == ProblemTypes.InternalError;

    private static Problem Of(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => new(ProblemTypes.TooLarge, "The body is over the limit."),
        StatusCodes.Status408RequestTimeout => new(ProblemTypes.RequestTimeout, ProblemTypes.RequestTimeout.Meaning),
        _ => new(ProblemTypes.BadRequest, ProblemTypes.BadRequest.Meaning),
    };
}
