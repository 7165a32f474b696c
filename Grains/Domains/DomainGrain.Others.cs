using Actors.Grains.Ids;
using Actors.Grains.Submissions;

namespace Actors.Grains.Domains;

/// <summary>What others need it for: senders, and accounts that prove it.</summary>
public sealed partial class DomainGrain
{
    /// <summary>Senders that are being registered, since when. Forgotten with the process, as they are.</summary>
    private readonly Dictionary<SenderId, DateTimeOffset> admitted = [];

    public Task<DomainPolicy?> AdmitSender(SenderId sender)
    {
        if (stored.State.IsThere)
            admitted[sender] = Now;
        return Policy();
    }

    public Task SenderSettled(SenderId sender)
    {
        admitted.Remove(sender);
        return Task.CompletedTask;
    }

    private async Task<Refusal?> RefuseRemoval()
    {
        if (admitted.Values.Any(at => Now - at < DomainLimits.AdmissionLife))
            return Refusal.Of(
                RefusalCode.InUse, $"A sender of {Key.Domain.Unicode} is being registered: try again in a minute.");
        return await around.RefuseRemoval(Key);
    }
}
