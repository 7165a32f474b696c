using System.Collections.Concurrent;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Submissions;

/// <summary>Sources that are too large for a row: <c>content/xx/tenant.id</c>, xx being the end of the id.</summary>
/// <remarks>A file and its name are on stable storage before the commit that refers to it; one without a row is an
/// orphan of a crash, and is swept away after the next start.</remarks>
internal sealed class ContentFiles(string folder, StoreHealth health)
{
    private const int DiskFullErrno = 28; // ENOSPC
    private const int QuotaErrno = 122; // EDQUOT

    private readonly string root = Path.Combine(folder, "content");
    private readonly ConcurrentDictionary<(TenantId, SubmissionId), bool> unsettled = new();

    /// <summary>Until <see cref="Settle"/>, the sweep leaves it alone.</summary>
    /// <exception cref="StoreUnavailableException">The disk is full or failed.</exception>
    public void Write(TenantId tenant, SubmissionId id, ReadOnlyMemory<byte> bytes)
    {
        health.Admit();
        var path = PathOf(tenant, id);
        unsettled[(tenant, id)] = true;
        try
        {
            MakeFolder(Path.GetDirectoryName(path)!);
            using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                RandomAccess.Write(file, bytes.Span, 0);
                RandomAccess.FlushToDisk(file);
            }

            DurableFolder.Flush(Path.GetDirectoryName(path)!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Settle(tenant, id, keep: false);
            throw health.Note(FaultOf(fault), fault);
        }
    }

    public byte[] Read(TenantId tenant, SubmissionId id) => File.ReadAllBytes(PathOf(tenant, id));

    /// <summary>The commit that names the file is done or undone.</summary>
    public void Settle(TenantId tenant, SubmissionId id, bool keep)
    {
        if (!keep)
            Delete(tenant, id);
        unsettled.TryRemove((tenant, id), out _);
    }

    /// <summary>Whether it is still open if a row will name the file.</summary>
    public bool IsUnsettled(TenantId tenant, SubmissionId id) => unsettled.ContainsKey((tenant, id));

    /// <summary>A file that cannot be deleted now is swept away after the next start.</summary>
    public void Delete(TenantId tenant, SubmissionId id)
    {
        try
        {
            File.Delete(PathOf(tenant, id));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // See the summary.
        }
    }

    /// <summary>Every file that is there, with what its name says.</summary>
    public IEnumerable<(TenantId Tenant, SubmissionId Id)> All()
    {
        if (!Directory.Exists(root))
            yield break;
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(path);
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (dot > 0 && TenantId.TryParse(name[..dot], out var tenant)
                && SubmissionId.TryParse(SubmissionId.Prefix + name[(dot + 1)..], out var id))
                yield return (tenant, id);
        }
    }

    private string PathOf(TenantId tenant, SubmissionId id) =>
        Path.Combine(root, id.Value[^2..], $"{tenant.Value}.{id.Value}");

    private void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        var isFirst = !Directory.Exists(root);
        Directory.CreateDirectory(path);
        DurableFolder.Flush(root);
        if (isFirst)
            DurableFolder.Flush(folder);
    }

    private static DatabaseFault FaultOf(Exception fault) =>
        fault.HResult is DiskFullErrno or QuotaErrno ? DatabaseFault.Full : DatabaseFault.Disk;
}
