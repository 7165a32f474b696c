using Actors.Grains.Ids;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Messages;

/// <summary>A changed message: row, events and counters together, if the version is still the one that was
/// read.</summary>
internal sealed class MessageWrite(MessageKey key, RowEtag etag, PreparedMessage message, Payload payload) : Write<bool>
{
    public override int Bytes => payload.Length;

    /// <summary>False when another version is stored.</summary>
    private protected override bool Run(WriteScope scope)
    {
        if (!MessageStatements.Update(scope, etag, message))
            return false;
        message.StoreEvents(scope, scope.TenantOf(key.Tenant), etag.Number);
        return true;
    }
}
