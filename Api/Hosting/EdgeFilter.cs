using Actors.Api.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Actors.Api.Hosting;

/// <summary>Puts the edge around everything else, before the host adds anything.</summary>
internal sealed class EdgeFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<Edge>();
        app.UseDescriptionPage();
        next(app);
    };
}
