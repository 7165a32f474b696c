using Actors.Grains.Ports;
using Actors.Silo.Configuration;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Actors.Silo.Hosting;

/// <summary>As the settings say; else where the HTTP API listens, its port known once it does.</summary>
/// <param name="server">Null in commands, which serve nobody.</param>
internal sealed class PublicUrl(SiloSettings settings, IServer? server = null) : IPublicUrl
{
    public Uri Value => new(Text().TrimEnd('/') + "/");

    public bool IsGiven => settings.Http.PublicUrl is { Length: > 0 };

    private string Text() => settings.Http.PublicUrl is { Length: > 0 } given
        ? given
        : server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://" + settings.Http.Listen;
}
