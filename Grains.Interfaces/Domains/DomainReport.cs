using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Domains;

/// <summary>What is to be done for a domain outside of its grain's turns.</summary>
/// <param name="Ticket">Repeated in the report.</param>
/// <param name="KeySlots">Slots that need a new key; while there are any, nothing else is done.</param>
/// <param name="Publish">What the platform's zone is to have; null where it has it.</param>
/// <param name="Records">What is to be looked at.</param>
[GenerateSerializer, Immutable, Alias("domain-order")]
public sealed record DomainOrder(
    DomainKey Domain,
    long Ticket,
    ImmutableArray<int> KeySlots,
    ImmutableArray<ZoneSet>? Publish,
    ImmutableArray<WantedRecord> Records);

/// <param name="Entries">All of that name and type; empty for none.</param>
[GenerateSerializer, Immutable, Alias("zone-set")]
public sealed record ZoneSet(string Name, string Type, ImmutableArray<ZoneEntry> Entries);

/// <param name="PublicKey">In base64, what has to be found at the end of an alias; null where that does not
/// matter.</param>
[GenerateSerializer, Immutable, Alias("wanted-record")]
public sealed record WantedRecord(RecordPurpose Purpose, string Name, string Type, string Value, string? PublicKey);

/// <param name="Published">Whether the platform's zone has what it is to have, or nobody keeps it up.</param>
[GenerateSerializer, Immutable, Alias("domain-report")]
public sealed record DomainReport(
    long Ticket, ImmutableArray<NewKey> Keys, bool Published, ImmutableArray<SeenRecord> Seen);

[GenerateSerializer, Immutable, Alias("new-key")]
public sealed record NewKey(int Slot, string PublicKey, string Sealed);

[GenerateSerializer, Immutable, Alias("seen-record")]
public sealed record SeenRecord(RecordPurpose Purpose, RecordState State, string Text);
