using Actors.Grains.Imports;

namespace Actors.Api.Imports;

/// <param name="Row">As a spreadsheet counts: the headings are the first, and empty lines count.</param>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Detail">In plain words.</param>
/// <param name="Shown">The beginning of what was written there; absent for nothing.</param>
internal sealed record ImportErrorBody(long Row, string Code, string Detail, string? Shown)
{
    public static ImportErrorBody Of(ImportError error) =>
        new(error.Row, error.Code, error.Detail, error.Shown.Length > 0 ? error.Shown : null);
}
