using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Messages.Batch;

/// <summary>Takes up to 500 messages in one request, each for itself.</summary>
internal sealed class SendBatch : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/messages/batch", Audience.Tenant, "sendBatch", "Messages", "Send up to 500 messages")
    {
        Scope = Scopes.MessagesSend,
        Description =
            """
            Each item is a message of its own with a result of its own, in the order given; one that is rejected does
            not keep the others back. Where none is accepted the answer is 422 `nothing_accepted`, with the same
            `results`. Fields in `defaults` count for every item that does not give them itself. With an
            `Idempotency-Key` the whole batch can be repeated: what was accepted is not accepted twice, and the rest is
            tried again.
            """,
        Parameters = [Parameter.IdempotencyKey],
        Request = typeof(BatchRequest),
        Outcomes = [new(202, "Taken; every item has its result.", typeof(BatchBody))],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.IdempotencyKeyReused, ProblemTypes.TooLarge,
            ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField, ProblemTypes.NothingAccepted,
        ],
        Examples =
        [
            new("newsletter", "One item is good, one is not", """
                {
                  "defaults": {"smtp_account": "acc_shop", "from": {"email": "news@shop.example"}, "subject": "Hi"},
                  "items": [
                    {"to": [{"email": "a@sandbox.test"}], "text": "Hello A"},
                    {"to": [{"email": "broken@"}], "text": "Hello B"}
                  ]
                }
                """, 202),
            new("nothing", "No item is good", """
                {"items": [{"from": "news@shop.example", "to": "broken@", "subject": "Hi", "text": "Hello"}]}
                """, 422),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var request = call.Http.Request;
        var refused = IdempotencyKey.Read(request, out var key) ?? RequestBody.Refuse(request);
        if (refused is not null)
            return refused;
        var max = call.Gateway.Options.BatchBodyBytesMax;
        using var body = await RequestBody.Read(call.Http, max);
        if (body is null)
            return RequestBody.TooLarge(max);
        if (!BatchReader.Find(body.Bytes.Span).Try(out var parts, out var problem))
            return problem;
        var batch = new BatchRun(call, body.Bytes, parts, key);
        if (batch.ReadDefaults() is { } wrong)
            return wrong;
        return Answer(call, await batch.Run());
    }

    private static IResult Answer(Call call, IReadOnlyList<BatchOutcome> outcomes)
    {
        if (WholeProblem(outcomes) is { } problem)
            return problem;
        var results = new BatchResult[outcomes.Count];
        var accepted = 0;
        var replayed = 0;
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = outcomes[i].Result(i);
            accepted += outcomes[i].Problem is null ? 1 : 0;
            replayed += outcomes[i].Replayed ? 1 : 0;
        }

        if (accepted == 0)
            return NothingAccepted(outcomes, results);
        if (replayed > 0 && replayed == accepted)
            call.Http.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        return new JsonResult<BatchBody>(
            StatusCodes.Status202Accepted, new BatchBody(accepted, results.Length - accepted, results),
            ApiJson.Wire.BatchBody);
    }

    /// <summary>A 202 that nothing follows from would be taken for success by those who read no further.</summary>
    private static Problem NothingAccepted(IReadOnlyList<BatchOutcome> outcomes, BatchResult[] results) =>
        new(ProblemTypes.NothingAccepted,
            $"None of the {results.Length} items was accepted. The first: {outcomes[0].Problem!.Detail}")
        {
            Results = results,
            Retryable = outcomes.Any(outcome => outcome.Problem!.Retryable),
        };

    /// <summary>What concerns the request rather than an item is told as the request's answer, so that clients act on
    /// it.</summary>
    /// <returns>Null unless every item that came so far as to be stored met the same such problem.</returns>
    private static Problem? WholeProblem(IReadOnlyList<BatchOutcome> outcomes)
    {
        Problem? whole = null;
        foreach (var outcome in outcomes)
        {
            if (outcome.Problem is not { } problem)
                return null;
            if (!ConcernsRequest(problem.Type))
                continue;
            if (whole is not null && whole.Type != problem.Type)
                return null;
            whole = problem;
        }

        return whole;
    }

    private static bool ConcernsRequest(ProblemType type) =>
        type == ProblemTypes.IdempotencyKeyReused || type == ProblemTypes.IdempotencyInProgress
        || type == ProblemTypes.StoreUnavailable || type == ProblemTypes.OutcomeUnknown;
}
