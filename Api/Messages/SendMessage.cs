using System.Security.Cryptography;
using System.Text.Json;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Messages.Requests;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Submissions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Messages;

/// <summary>Takes one message for up to 50 recipients.</summary>
internal sealed class SendMessage : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/messages", Audience.Tenant, "sendMessage", "Messages", "Send a message")
    {
        Scope = Scopes.MessagesSend,
        Description = SendExamples.Description,
        Parameters = [Parameter.IdempotencyKey],
        Request = typeof(MessageRequest),
        Outcomes =
        [
            new(202, "Durable: nothing is lost from here on. Location leads to the message.", typeof(SentMessage)),
            new(200, "A dry run found nothing wrong; nothing is stored.", typeof(SentMessage)),
        ],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.AccountNotApproved, ProblemTypes.IdempotencyKeyReused,
            ProblemTypes.TooLarge, ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField,
            ProblemTypes.AllowanceExhausted,
        ],
        Examples = SendExamples.All,
    };

    public static async Task<IResult> Handle(Call call)
    {
        var request = call.Http.Request;
        var refused = IdempotencyKey.Read(request, out var key) ?? RequestBody.Refuse(request);
        if (refused is not null)
            return refused;
        var max = call.Gateway.Options.MessageBodyBytesMax;
        using var body = await RequestBody.Read(call.Http, max);
        if (body is null)
            return RequestBody.TooLarge(max);
        if (!Parse(body.Bytes.Span, call.Gateway).Try(out var message, out var problem))
            return problem;
        var mark = key is null
            ? null
            : new IdempotencyMark(key, Convert.ToHexStringLower(SHA256.HashData(body.Bytes.Span)));
        return Answer(call, await Submitting.Submit(call, message, mark));
    }

    private static Parsed<MessageFields> Parse(ReadOnlySpan<byte> body, Gateway gateway)
    {
        var errors = new FieldErrors();
        var message = new MessageFields();
        try
        {
            var json = new JsonCursor(body, errors);
            json.Read();
            MessageReader.Read(ref json, message, gateway.Time.GetUtcNow());
            json.Read(); // nothing may follow
        }
        catch (JsonException fault)
        {
            return Malformed.At(fault, body);
        }

        MessageRules.Check(message, errors);
        if (errors.Problem() is { } problem)
            return problem;
        return Submitting.CheckSize(MessageRules.SizeOf(message), gateway.Options.MessageBytesMax) is { } large
            ? large
            : message;
    }

    private static IResult Answer(Call call, SubmitResult result)
    {
        switch (result)
        {
            case SubmitResult.Accepted accepted:
                if (accepted.Replayed)
                    call.Http.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
                return new JsonResult<SentMessage>(
                    StatusCodes.Status202Accepted, SentMessage.Accepted(accepted.Receipt), ApiJson.Wire.SentMessage,
                    $"/v1/messages/{accepted.Receipt.Id}");
            case SubmitResult.Checked dry:
                return Call.Ok(SentMessage.Checked(dry.Receipt), ApiJson.Wire.SentMessage);
            case SubmitResult.Refused refused:
                return Problem.Of(refused.Refusal);
            default:
                throw new InvalidOperationException($"unknown result {result.GetType().Name}");
        }
    }
}
