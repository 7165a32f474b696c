using Actors.Grains.Ids;

namespace Actors.Grains.Ports;

/// <summary>This process' copy of what mail of senders is signed with.</summary>
public interface ISenderDirectory
{
    /// <summary>What is remembered of the sender is out of date.</summary>
    void Forget(SenderKey sender);

    /// <returns>False while mail from the address has to wait: its sender has a certificate that cannot be
    /// used.</returns>
    ValueTask<bool> CanSign(SenderKey sender);
}
