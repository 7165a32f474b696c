namespace Actors.Api.Messages.Batch;

/// <summary>Where the parts of a batch lie in its body. Items are read one by one, when their turn comes.</summary>
/// <param name="Defaults">Empty where there are none.</param>
internal sealed record BatchFields(Range Defaults, IReadOnlyList<Range> Items);
