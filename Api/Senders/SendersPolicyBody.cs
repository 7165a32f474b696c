using Actors.Grains.Domains;

namespace Actors.Api.Senders;

/// <param name="AnyAddress">Whether every address of the domain may be sent from, registered or not.</param>
internal sealed record SendersPolicyBody(bool AnyAddress)
{
    public static SendersPolicyBody Of(DomainView view) => new(view.AnySender);
}
