using System.Reflection;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Actors.Api.Hosting;

/// <summary>Puts endpoints on their routes.</summary>
/// <remarks>As plain request delegates: nothing is bound, boxed or reflected on between route and handler.</remarks>
internal static class EndpointMapping
{
    private static readonly MethodInfo Described =
        typeof(EndpointMapping).GetMethod(nameof(Describe), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static IEndpointRouteBuilder Add<TEndpoint>(this IEndpointRouteBuilder routes, Gateway gateway)
        where TEndpoint : IEndpoint
    {
        var operation = TEndpoint.Operation;
        RequestDelegate run = async http =>
        {
            var call = new Call(http, gateway);
            IResult result = await gateway.Gate.Admit(call, operation) is { } refused
                ? refused
                : operation.IsRepeatable
                ? await gateway.Repeats.Run(call, TEndpoint.Handle)
                : await TEndpoint.Handle(call);
            await result.ExecuteAsync(http);
        };
        var route = routes.MapMethods(operation.Path, [operation.Verb], run)
            .WithMetadata(operation, Described, new TagsAttribute(operation.Tag))
            .WithName(operation.Name);
        if (operation.Request is { } request)
            route.WithMetadata(new AcceptsMetadata(["application/json"], request));
        foreach (var outcome in operation.Outcomes)
            route.WithMetadata(new ProducesResponseTypeMetadata(
                outcome.Status, outcome.Body ?? typeof(void), outcome.Body is null ? [] : [outcome.MediaType]));
        foreach (var status in operation.AllProblems().Select(problem => problem.Status).Distinct())
            route.WithMetadata(new ProducesResponseTypeMetadata(
                status, typeof(ProblemBody), ["application/problem+json"]));
        return routes;
    }

    /// <summary>Stands for the handlers in the API's description, which lists only methods.</summary>
    private static Task Describe(HttpContext http) => Task.CompletedTask;
}
