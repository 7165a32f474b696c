using Actors.Api.Access;
using Actors.Api.Json;
using Actors.Api.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Actors.Api.OpenApi;

/// <summary>Describes the API in OpenAPI 3.1 from what the endpoints say of themselves; shows it as a page.</summary>
internal static class ApiDescription
{
    private const string Document = "v1";
    private const string Bearer = "bearer";
    private const string Session = "session";

    public static IServiceCollection AddDescription(this IServiceCollection services)
    {
        // The description takes names and shapes from the options of the host.
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = ApiJson.Wire.Options.PropertyNamingPolicy;
            json.SerializerOptions.DefaultIgnoreCondition = ApiJson.Wire.Options.DefaultIgnoreCondition;
            json.SerializerOptions.UnmappedMemberHandling = ApiJson.Wire.Options.UnmappedMemberHandling;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Wire);
        });
        return services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer(Describe);
            options.AddOperationTransformer(OperationDescription.Describe);
            options.AddSchemaTransformer(Loosen);
        });
    }

    /// <summary>Everything the page needs is in the package: no request leaves the machine.</summary>
    public static void UseDescriptionPage(this IApplicationBuilder app) => app.UseSwaggerUI(page =>
    {
        page.RoutePrefix = "docs";
        page.DocumentTitle = "Actors API";
        page.SwaggerEndpoint($"/openapi/{Document}.json", "Actors API v1");
    });

    /// <summary>Each alone is enough.</summary>
    public static List<OpenApiSecurityRequirement> Security(OpenApiDocument document, Audience audience) =>
        [.. (audience == Audience.User ? [Session] : new[] { Bearer, Session }).Select(
            scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] })];

    private static Task Describe(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Actors API",
            Version = Document,
            Description =
                """
                Send e-mail and learn what became of it. Failures are RFC 9457 problem documents: decide by `code`; the
                codes are explained at [/docs/errors](/docs/errors). Every answer has a header `X-Request-Id`. Lists are
                paged by `limit` and `after`. Times are RFC 3339 in UTC.
                """,
        };
        document.Servers = [];
        document.AddComponent(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            Description = "A tenant's API key; at endpoints under /v1/admin the operator's key.",
        });
        document.AddComponent(Session, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = SessionCookie.SecureName,
            Description = "Of a user who has logged in with `POST /v1/session`.",
        });
        return Task.CompletedTask;
    }

    /// <summary>Addresses may also be given as text, which no type says.</summary>
    private static Task Loosen(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        if ((type != typeof(RequestAddress) && type != typeof(RequestRecipient)) || schema.OneOf is { Count: > 0 })
            return Task.CompletedTask;
        schema.OneOf =
        [
            new OpenApiSchema { Type = JsonSchemaType.String, Description = "a@b or Name <a@b>" },
            new OpenApiSchema { Type = schema.Type, Properties = schema.Properties, Required = schema.Required },
        ];
        schema.Type = null;
        schema.Properties = null;
        schema.Required = null;
        return Task.CompletedTask;
    }
}
