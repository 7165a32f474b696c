using Actors.Api.Messages.Batch;

namespace Actors.Api.Problems;

/// <summary>RFC 9457 problem details with this API's extensions.</summary>
/// <param name="Type">Where the kind of problem is explained.</param>
/// <param name="Title">The kind of problem in words, the same each time.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request.</param>
/// <param name="Instance">The path of the request.</param>
/// <param name="Code">Stable: decide by this one.</param>
/// <param name="Errors">The places at fault, at most 20.</param>
/// <param name="RequestId">Also in the header X-Request-Id.</param>
/// <param name="Retryable">Whether the same request can succeed later, without a change.</param>
/// <param name="Results">Why each item of a batch was rejected, where all were.</param>
internal sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    string? Instance,
    string Code,
    IReadOnlyList<PlaceError>? Errors,
    string? RequestId,
    bool Retryable,
    IReadOnlyList<BatchResult>? Results = null);

/// <param name="Pointer">JSON pointer into the body (RFC 6901).</param>
/// <param name="Parameter">Name of the query parameter.</param>
/// <param name="Header">Name of the request header.</param>
/// <param name="Code">Stable, snake_case.</param>
internal sealed record PlaceError(
    string Code, string Detail, string? Pointer = null, string? Parameter = null, string? Header = null);
