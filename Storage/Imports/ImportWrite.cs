using Actors.Grains.Imports;
using Actors.Storage.Contacts;
using Actors.Storage.GrainStates;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Imports;

/// <summary>The state of an import, and what it does in the same commit. Answers false when another version of it, or
/// of a contact, is stored.</summary>
internal sealed class ImportWrite(ImportOrder order) : Write<bool>
{
    private const int BytesPerContact = 256;

    public override int Bytes => order.Row.Payload.Length + (order.State?.Work?.Part?.Octets.Length ?? 0)
        + (order.Contacts.Count * BytesPerContact);

    private protected override bool Run(WriteScope scope)
    {
        var tenant = scope.TenantOf(order.Key.Tenant).Number;
        foreach (var contact in order.Contacts)
            if (ContactRows.VersionOf(scope, tenant, contact.Hash) != contact.Version)
                return false;
        if (!GrainStateWrite.Store(scope, order.Row, order.Version))
            return false;
        if (order.State is null)
            ImportTables.Clear(scope, tenant, order.Key.Id);
        else
            Store(scope, tenant, order.State);
        return true;
    }

    private void Store(WriteScope scope, long tenant, ImportState state)
    {
        if (state.Cleared > 0)
            ImportTables.RemoveParts(scope, tenant, order.Key.Id, state.Cleared);
        if (state.Work is not { } work)
            return;
        if (work.Part is { } part)
            ImportTables.AddPart(scope, tenant, order.Key.Id, part);
        for (var i = 0; i < work.Errors.Length; i++)
            ImportTables.AddError(
                scope, tenant, order.Key.Id, state.ErrorsKept - work.Errors.Length + i + 1, work.Errors[i]);
        foreach (var contact in order.Contacts)
            ContactRows.Store(
                scope, tenant, contact.Hash, contact.Version + 1, contact.Change.Before, contact.Change.After,
                order.Row.Payload[contact.Json], order.Day);
    }
}

/// <param name="Version">That was read; null for none.</param>
/// <param name="State">Null to clear.</param>
/// <param name="Day">Today.</param>
internal sealed record ImportOrder(
    ImportKey Key, StateRow Row, long? Version, ImportState? State, List<PreparedContact> Contacts, int Day);

/// <param name="Version">That was read; 0 for none.</param>
internal readonly record struct PreparedContact(ImportedContact Change, byte[] Hash, long Version, Piece Json);
