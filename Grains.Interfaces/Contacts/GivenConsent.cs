using System.Collections.Immutable;

namespace Actors.Grains.Contacts;

/// <summary>That the owner of an address has asked for marketing, and confirmed it.</summary>
/// <param name="At">When it was asked for.</param>
/// <param name="Source">Where, such as a page; null for unknown.</param>
/// <param name="Text">What was agreed to, as it was shown; null for unknown.</param>
/// <param name="Network">IP address of who asked; null for unknown.</param>
/// <param name="Lists">Those it is about.</param>
/// <param name="ConfirmedAt">When the button behind the link was pressed.</param>
/// <param name="ConfirmedFrom">IP address of who pressed it; null for unknown.</param>
[GenerateSerializer, Immutable, Alias("given-consent")]
public sealed record GivenConsent(
    DateTimeOffset At, string? Source, string? Text, string? Network, ImmutableArray<string> Lists,
    DateTimeOffset ConfirmedAt, string? ConfirmedFrom);
