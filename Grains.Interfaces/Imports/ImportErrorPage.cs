using System.Collections.Immutable;

namespace Actors.Grains.Imports;

/// <param name="Next">Where the list goes on; null behind the last.</param>
[GenerateSerializer, Immutable, Alias("import-error-page")]
public sealed record ImportErrorPage(ImmutableArray<ImportError> Errors, int? Next);
