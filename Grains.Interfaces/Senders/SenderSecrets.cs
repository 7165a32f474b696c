using Actors.Grains.Ids;

namespace Actors.Grains.Senders;

/// <summary>What the sealed secrets of senders are sealed for.</summary>
public static class SenderSecrets
{
    public static string CertificatePurpose(SenderKey sender) => $"sender/{sender}/certificate";
}
