namespace Actors.Fuzzing;

/// <summary>An input of any length: the unit is repeated.</summary>
public sealed record GrowingInput(string Before, string Unit, string After = "")
{
    /// <returns>At least that many octets.</returns>
    public byte[] Of(int octets) => System.Text.Encoding.UTF8.GetBytes(
        string.Concat(Before, string.Concat(Enumerable.Repeat(Unit, (octets / Unit.Length) + 1)), After));

    public override string ToString() => $"{Before}({Unit})*{After}".ReplaceLineEndings("|");
}
