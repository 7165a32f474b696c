using Actors.Grains.Allowances;
using Actors.Grains.Imports.Reading;
using Actors.Grains.Ports;

namespace Actors.Grains.Imports;

/// <summary>Reads a file some rows at a time: what they change is stored with the place behind them.</summary>
internal sealed class ImportRun(
    ImportKey key, Func<ImportState, Task<bool>> store, IImportReader reader, IAllowanceGrain allowance,
    TimeProvider time)
{
    private readonly ImportWindow window = new(reader, key);

    /// <summary>Reads the next rows. Where somebody else has changed one of their contacts meanwhile, nothing is
    /// stored, and the next step decides them again.</summary>
    /// <param name="import">As it is stored.</param>
    public async Task Step(ImportState import)
    {
        var encoding = import.Layout?.Encoding ?? ImportEncoding.Utf16LittleEndian; // or that with as much to read
        var octets = await window.Read(
            import.Position.Octet, import.Received, ImportText.BufferOctetsMin(encoding));
        var isEnd = import.Position.Octet + octets.Length == import.Received;
        if (import.Layout is null)
            await store(ImportRules.Headed(import, HeadOf(import, octets.Span, isEnd), time.GetUtcNow()));
        else
            await Read(import, import.Layout, octets, isEnd);
    }

    private static ImportHead HeadOf(ImportState import, ReadOnlySpan<byte> octets, bool isEnd) =>
        ImportText.Head(octets, isEnd, import.Draft!.Format, import.Draft.Kind);

    private async Task Read(ImportState import, ImportLayout layout, ReadOnlyMemory<byte> octets, bool isEnd)
    {
        var now = time.GetUtcNow();
        var read = ImportText.Rows(
            octets.Span, isEnd, new ImportReading(layout, import.Position, ImportLimits.RowsAtOnce, now));
        var known = await reader.Contacts(key.Tenant, ImportChunk.HashesOf(read.Rows));
        for (var room = int.MaxValue; ;)
        {
            var chunk = ImportChunk.Of(read.Rows, import.Draft!, known, room, now);
            var next = ImportRules.Read(import, chunk, read.Next, now);
            if (chunk.Activated == 0)
            {
                await store(next);
                return;
            }

            var (_, refusal) = await allowance.Commit(
                new AllowanceRequest(0, chunk.Activated, now), () => store(next));
            if (refusal is null)
                return;
            room = (int)Math.Min(chunk.Activated - 1, (await allowance.Get()).Contacts.Left ?? int.MaxValue);
        }
    }
}
