namespace Actors.Grains.Ids;

/// <summary>The grain key of a message. It carries the tenant, so no message of another tenant can be named.</summary>
[GenerateSerializer, Immutable, Alias("message-key")]
public readonly record struct MessageKey(TenantId Tenant, MessageId Message)
{
    public override string ToString() => $"{Tenant.Value}/{Message.Key}";

    public static bool TryParse(string key, out MessageKey parsed)
    {
        parsed = default;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || !TenantId.TryParse(key[..slash], out var tenant)
            || !MessageId.TryParseKey(key.AsSpan(slash + 1), out var message))
            return false;
        parsed = new MessageKey(tenant, message);
        return true;
    }

    public static MessageKey Parse(string key) => TryParse(key, out var parsed)
        ? parsed
        : throw new FormatException($"'{key}' is no message key");
}
