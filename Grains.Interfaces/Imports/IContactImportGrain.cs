using Actors.Grains.Alarms;
using Actors.Grains.Answers;
using Actors.Grains.Departures;

namespace Actors.Grains.Imports;

/// <summary>A file of contacts, or of entries for the blacklist: taken in, then read in the background.</summary>
/// <remarks>Key: <see cref="ImportKey"/>. Each row is applied exactly once: what it changes is stored with the place
/// behind it.</remarks>
[Alias("contact-import")]
public interface IContactImportGrain : IAlarmed, ITenantPart
{
    /// <summary>Repeating it changes nothing.</summary>
    Task<Answer<ImportView>> Begin(ImportDraft draft);

    /// <summary>Stores octets behind those that are there.</summary>
    /// <returns><see cref="Submissions.RefusalCode.Conflict"/> where that is another place, or all are there
    /// already.</returns>
    Task<Answer<ImportView>> Append(ImportPart part);

    /// <returns><see cref="Answer.NotFound"/> where there is no such import.</returns>
    Task<Answer<ImportView>> Get();

    /// <summary>As <see cref="Get"/>, as soon as it has ended or the time is over.</summary>
    /// <param name="wait">At most 20 seconds, below the engine's response time-out.</param>
    [AlwaysInterleave]
    Task<Answer<ImportView>> WaitForEnd(TimeSpan wait);

    /// <summary>Ends it where it stands. Repeating it changes nothing.</summary>
    Task<Answer<ImportView>> Cancel();

    /// <param name="after">As the page before said; 0 from the first.</param>
    /// <param name="limit">1 to 1,000.</param>
    Task<Answer<ImportErrorPage>> Errors(int after, int limit);
}

/// <summary>Some of a file.</summary>
/// <param name="Offset">Where it belongs.</param>
/// <param name="Octets">At most <see cref="ImportLimits.PartOctetsMax"/>; nobody changes them any more.</param>
/// <param name="IsLast">Whether nothing follows.</param>
[GenerateSerializer, Immutable, Alias("import-part")]
public sealed record ImportPart(long Offset, byte[] Octets, bool IsLast);
