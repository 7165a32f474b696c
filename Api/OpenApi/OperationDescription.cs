using System.Globalization;
using System.Text.Json.Nodes;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Actors.Api.OpenApi;

/// <summary>Writes what an endpoint says of itself into its operation.</summary>
internal static class OperationDescription
{
    public static Task Describe(
        OpenApiOperation target, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<Operation>().SingleOrDefault() is not { } source)
            return Task.CompletedTask;
        target.Summary = source.Summary;
        target.Description = source.Scope == Scopes.None
            ? source.Description
            : $"{source.Description}\n\nScope: `{ScopeNames.Of(source.Scope).Single()}`.".Trim();
        target.Parameters = [.. PathParameters(source), .. source.AllParameters().Select(Describe)];
        if (source.Audience != Audience.Public)
            target.Security = ApiDescription.Security(context.Document!, source.Audience);
        foreach (var outcome in source.Outcomes)
            Describe(target, outcome);
        foreach (var problems in source.AllProblems().GroupBy(problem => problem.Status))
            SetText(target, problems.Key, string.Join("; ", problems.Select(p => $"`{p.Code}`: {p.Title}")) + ".");
        if (target.RequestBody?.Content?.Values.FirstOrDefault() is { } body && !source.Examples.IsEmpty)
            body.Examples = source.Examples.ToDictionary(example => example.Name, Describe);
        if (!source.Octets.IsEmpty)
            target.RequestBody = new OpenApiRequestBody
            {
                Content = source.Octets.ToDictionary(type => type, _ => new OpenApiMediaType()),
            };
        if (target.RequestBody is OpenApiRequestBody request)
            request.Required = true;
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation target, Outcome outcome)
    {
        if (SetText(target, outcome.Status, outcome.Description) is not { } response || outcome.Files.IsEmpty)
            return;
        response.Content ??= new Dictionary<string, OpenApiMediaType>();
        foreach (var type in outcome.Files)
            response.Content[type] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
    }

    private static OpenApiResponse? SetText(OpenApiOperation target, int status, string text)
    {
        if (target.Responses is not { } responses
            || !responses.TryGetValue(status.ToString(CultureInfo.InvariantCulture), out var known)
            || known is not OpenApiResponse response)
            return null;
        response.Description = text;
        return response;
    }

    /// <summary>The names in braces.</summary>
    private static IEnumerable<IOpenApiParameter> PathParameters(Operation source)
    {
        foreach (var segment in source.Path.Split('/'))
        {
            if (segment is ['{', .., '}'])
                yield return new OpenApiParameter
                {
                    Name = segment[1..^1],
                    In = ParameterLocation.Path,
                    Required = true,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                };
        }
    }

    private static IOpenApiParameter Describe(Parameter parameter) => new OpenApiParameter
    {
        Name = parameter.Name,
        In = parameter.InHeader ? ParameterLocation.Header : ParameterLocation.Query,
        Description = parameter.Description,
        Schema = new OpenApiSchema
        {
            Type = parameter.Type == "integer" ? JsonSchemaType.Integer : JsonSchemaType.String,
        },
    };

    /// <summary>With the status it gets, so that each can be tried.</summary>
    private static IOpenApiExample Describe(Example example)
    {
        var described = new OpenApiExample
        {
            Summary = example.Summary,
            Value = JsonNode.Parse(example.Json),
        };
        described.AddExtension("x-status", new JsonNodeExtension(JsonValue.Create(example.Status)));
        return described;
    }
}
