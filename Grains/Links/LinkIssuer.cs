using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Links;

/// <summary>Makes links that cannot be guessed. The grain that owns the purpose keeps the hash and gives the address
/// to a mail; the token itself is kept nowhere.</summary>
public sealed class LinkIssuer(IIdSource chance, IPublicUrl url)
{
    public IssuedLink New()
    {
        var token = Secret.Generate("", chance);
        return new IssuedLink(Secret.Hash(token), new Uri(url.Value, "links/" + token).AbsoluteUri);
    }
}

/// <param name="Hash">Key of its <see cref="ILinkGrain"/>.</param>
/// <param name="Url">For the mail alone: whoever has it can follow it.</param>
public sealed record IssuedLink(string Hash, string Url);
