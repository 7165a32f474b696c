namespace Actors.Grains.Ids;

/// <summary>The grain key of a message. It carries the tenant, so no message of another tenant can be named.</summary>
[GenerateSerializer, Immutable, Alias("message-key")]
public readonly record struct MessageKey(TenantId Tenant, MessageId Message)
{
    public override string ToString() => $"{Tenant.Value}/{Message.Key}";

    public static MessageKey Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && TenantId.TryParse(key[..slash], out var tenant) &&
            MessageId.TryParseKey(key.AsSpan(slash + 1), out var message)
            ? new MessageKey(tenant, message)
            : throw new FormatException($"'{key}' is no message key");
    }
}
