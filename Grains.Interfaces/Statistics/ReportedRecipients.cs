using System.Collections.Immutable;
using Actors.Grains.Queries;

namespace Actors.Grains.Statistics;

/// <summary>Whose addresses stand behind a number. Stored nowhere.</summary>
public enum ReportedNumber
{
    Accepted = 0,
    Delivered = 1,
    Deferred = 2,
    Bounced = 3,
    Expired = 4,
    Suppressed = 5,
    Cancelled = 6,
    Complained = 7,
    LateBounced = 8,
    Unsubscribed = 9,

    /// <summary>At present, whatever the days.</summary>
    Held = 10,
}

/// <param name="Category">Null for all.</param>
/// <param name="Hard">Null for both.</param>
/// <param name="After">Where the page before ended; null from the newest.</param>
/// <param name="Limit">1 to 100.</param>
[GenerateSerializer, Immutable, Alias("reported-search")]
public sealed record ReportedSearch(
    ReportedNumber Number, ReportFilter Filter, string? Category, bool? Hard, ReportedPlace? After, int Limit);

/// <summary>A place in a list of events: opaque to who goes on there.</summary>
/// <param name="At">Microseconds since 1970; 0 where the list goes by messages.</param>
[GenerateSerializer, Immutable, Alias("reported-place")]
public readonly record struct ReportedPlace([property: Id(0)] long At, [property: Id(1)] long Number);

/// <param name="Next">Null at the end. A page may be short, or empty, and have one: it looks at some rows only.</param>
[GenerateSerializer, Immutable, Alias("reported-page")]
public sealed record ReportedPage(ImmutableArray<ReportedRecipient> Recipients, ReportedPlace? Next);

/// <param name="Message">As a search has it.</param>
/// <param name="At">Of the event; null for what is held at present.</param>
/// <param name="Data">What the event says, as a JSON object; null for what is held at present.</param>
[GenerateSerializer, Immutable, Alias("reported-recipient")]
public sealed record ReportedRecipient(MessageView Message, DateTimeOffset? At, string? Data);
