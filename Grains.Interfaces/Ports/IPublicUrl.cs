namespace Actors.Grains.Ports;

/// <summary>Where people reach the gateway: what links in mails begin with.</summary>
public interface IPublicUrl
{
    /// <summary>http or https, ending in a slash.</summary>
    Uri Value { get; }

    /// <summary>Whether the operator gave it: else it is a guess that readers of mail may not reach.</summary>
    bool IsGiven { get; }
}
