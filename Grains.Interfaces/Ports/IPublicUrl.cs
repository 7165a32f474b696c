namespace Actors.Grains.Ports;

/// <summary>Where people reach the gateway: what links in mails begin with.</summary>
public interface IPublicUrl
{
    /// <summary>http or https, ending in a slash.</summary>
    Uri Value { get; }
}
