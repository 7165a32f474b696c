using Actors.Grains.Answers;
using Actors.Grains.Ids;

namespace Actors.Grains.Imports;

/// <summary>The imports of a tenant: lets in as many as there may be, and has them read one after another.</summary>
/// <remarks>Key: <see cref="TenantId"/>. It stores nothing.</remarks>
[Alias("contact-imports")]
public interface IContactImportsGrain : IGrainWithStringKey
{
    /// <param name="id">For it, where the idempotency key has not made one before.</param>
    /// <param name="draft">Of it.</param>
    Task<Answer<BegunImport>> Begin(string id, ImportDraft draft);

    /// <summary>Whether it may be read now: no other of the tenant is.</summary>
    [AlwaysInterleave]
    Task<bool> MayRead(string id);

    /// <summary>It has ended: the next one is woken.</summary>
    [AlwaysInterleave]
    Task Ended(string id);
}

/// <param name="IsReplayed">Whether it was made before, under the same idempotency key.</param>
[GenerateSerializer, Immutable, Alias("begun-import")]
public sealed record BegunImport(ImportView Import, bool IsReplayed);

public static class ImportGrains
{
    public static IContactImportGrain Import(this IGrainFactory grains, ImportKey key) =>
        grains.GetGrain<IContactImportGrain>(key.ToString());

    public static IContactImportsGrain Imports(this IGrainFactory grains, TenantId tenant) =>
        grains.GetGrain<IContactImportsGrain>(tenant.Value);
}
