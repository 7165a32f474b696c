using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Actors.Api.Access;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.Repeats;
using Actors.Grains.Answers;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Actors.Api.Hosting;

/// <summary>One request on its way through an endpoint.</summary>
internal sealed class Call(HttpContext http, Gateway gateway)
{
    private Caller? caller;

    public HttpContext Http { get; } = http;

    public Gateway Gateway { get; } = gateway;

    /// <summary>Who asks: set by the gate at endpoints for tenants, from the credential alone.</summary>
    public Caller Caller
    {
        get => caller ?? throw new InvalidOperationException("This endpoint asks for no credential.");
        set => caller = value;
    }

    public TenantId Tenant => Caller.Tenant;

    /// <summary>Who asks at an endpoint for operators: a user by address; the operator's key has no name.</summary>
    public string Operator => caller?.VerifiedAddress?.ToString() ?? "operator key";

    /// <summary>Whose request it is, so that nobody meets another's: a key's id or a user's.</summary>
    public (TenantId Tenant, string Id) Credential => caller is null
        ? (PlatformSender.Tenant, "operator key")
        : (caller.Tenant, caller.ApiKey ?? caller.User!);

    /// <summary>What a request with an idempotency key names its things by; null where it has none.</summary>
    public RepeatedIds? Ids { get; set; }

    public IGrainFactory Grains => Gateway.Grains;

    /// <summary>Of something that the request makes: the same again where it repeats one whose outcome nobody
    /// knows.</summary>
    public string NewId(string prefix) => Ids?.Next(prefix) ?? Gateway.NewId(prefix);

    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>A segment of the path.</summary>
    public string Segment(string name) => Http.Request.RouteValues[name] as string ?? "";

    /// <summary>Reads a small JSON object; of a request without any body one that gives nothing.</summary>
    public ValueTask<Parsed<Fields>> ReadFields() => ReadFields(Gateway.Options.BodyBytesMax);

    /// <param name="bytesMax">Of the body.</param>
    public async ValueTask<Parsed<Fields>> ReadFields(int bytesMax)
    {
        if (Http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
            return Kept(Fields.Parse("{}"u8.ToArray()));
        if (RequestBody.Refuse(Http.Request) is { } refused)
            return refused;
        using var body = await RequestBody.Read(Http, bytesMax);
        if (body is null)
            return RequestBody.TooLarge(bytesMax);
        try
        {
            return Kept(Fields.Parse(body.Bytes.ToArray()));
        }
        catch (JsonException fault)
        {
            return Malformed.At(fault, body.Bytes.Span);
        }
    }

    /// <summary>Until the request has been answered.</summary>
    private Fields Kept(Fields fields)
    {
        Http.Response.RegisterForDispose(fields);
        return fields;
    }

    /// <summary>The version the client has seen; null where it does not ask or takes any (RFC 9110 §13.1.1).</summary>
    /// <remarks>A header that names none of ours matches nothing.</remarks>
    public string? IfMatch => Http.Request.Headers.IfMatch is not [{ } given] || given.Trim() is "*" ? null
        : given.Trim() is ['"', .. var etag, '"'] ? etag
        : "";

    /// <summary>What a grain answered: the thing with its version, or the refusal as a problem.</summary>
    public static IResult Answer<T, TBody>(
        Answer<T> answer, Func<T, TBody> body, JsonTypeInfo<TBody> type, int status = StatusCodes.Status200OK,
        string? location = null)
        where T : class => answer.Value is { } value
        ? new JsonResult<TBody>(status, body(value), type, location) { Etag = answer.Etag }
        : Problem.Of(answer.Refusal!);

    /// <summary>201 with its place for what was made, 200 for what was there.</summary>
    public static IResult Made<T, TBody>(
        Answer<T> answer, Func<T, TBody> body, JsonTypeInfo<TBody> type, string? location)
        where T : class => answer.IsNew
        ? Answer(answer, body, type, StatusCodes.Status201Created, location)
        : Answer(answer, body, type);

    public static JsonResult<T> Ok<T>(T value, JsonTypeInfo<T> type) => new(StatusCodes.Status200OK, value, type);

    public static JsonResult<T> Created<T>(T value, JsonTypeInfo<T> type, string? location) =>
        new(StatusCodes.Status201Created, value, type, location);

    public static IResult NoContent { get; } = Results.NoContent();
}
