using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Actors.Api.Access;
using Actors.Api.Json;
using Actors.Grains.Ids;
using Microsoft.AspNetCore.Http;

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

    public IGrainFactory Grains => Gateway.Grains;

    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>A segment of the path.</summary>
    public string Segment(string name) => Http.Request.RouteValues[name] as string ?? "";

    /// <summary>Reads a small JSON object.</summary>
    public async ValueTask<Parsed<Fields>> ReadFields()
    {
        if (RequestBody.Refuse(Http.Request) is { } refused)
            return refused;
        using var body = await RequestBody.Read(Http, Gateway.Options.BodyBytesMax);
        if (body is null)
            return RequestBody.TooLarge(Gateway.Options.BodyBytesMax);
        try
        {
            var fields = Fields.Parse(body.Bytes.ToArray());
            Http.Response.RegisterForDispose(fields);
            return fields;
        }
        catch (JsonException fault)
        {
            return Malformed.At(fault);
        }
    }

    public static JsonResult<T> Ok<T>(T value, JsonTypeInfo<T> type) => new(StatusCodes.Status200OK, value, type);

    public static JsonResult<T> Created<T>(T value, JsonTypeInfo<T> type, string? location) =>
        new(StatusCodes.Status201Created, value, type, location);

    public static IResult NoContent { get; } = Results.NoContent();
}
