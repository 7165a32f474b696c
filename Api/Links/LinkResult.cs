using Microsoft.AspNetCore.Http;

namespace Actors.Api.Links;

/// <summary>Answers with a view.</summary>
internal sealed class LinkResult(LinkView view) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => LinkHtml.Write(httpContext.Response, view);
}
