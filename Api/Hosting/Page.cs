namespace Actors.Api.Hosting;

/// <summary>A part of a list.</summary>
/// <param name="HasMore">Whether there is more behind it.</param>
/// <param name="Next">Give it as after to go on; absent at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Data, bool HasMore, string? Next);
