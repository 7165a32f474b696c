using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Smime;
using Actors.Silo.Configuration;

namespace Actors.Silo.Signing;

/// <summary>The certificates of the settings, read once when the process starts.</summary>
public sealed class SigningIdentities : IDisposable
{
    private readonly Dictionary<string, SmimeIdentity> bySender = [];

    /// <exception cref="InvalidOperationException">A certificate cannot be used; <see cref="SigningRules"/> says so
    /// before.</exception>
    public SigningIdentities(SiloSettings settings, TimeProvider time)
    {
        foreach (var part in DeliverySettingsParsing.Parts(settings.Smime.Identities))
            if (SigningIdentityFile.TryParse(part, out var file)
                && file.TryLoad(time.GetUtcNow(), out var identity, out _))
                bySender.Add(file.Sender.Key, identity);
            else
                throw new InvalidOperationException($"{part} is nothing to sign with");
    }

    /// <returns>Null where the settings have none for the address.</returns>
    public SmimeIdentity? Find(EmailAddress? author) =>
        bySender.Count > 0 && author is not null ? bySender.GetValueOrDefault(author.Key) : null;

    public void Dispose()
    {
        foreach (var identity in bySender.Values)
            identity.Dispose();
    }
}
