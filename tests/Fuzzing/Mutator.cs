namespace Actors.Fuzzing;

/// <summary>Bends input: octets, chunks, lines, pieces of meaning and parts of other inputs.</summary>
public sealed class Mutator(FuzzTarget target, Random random)
{
    /// <summary>Octets of a bent input; what grows further is for <see cref="GrowthCheck"/>.</summary>
    private const int LengthMax = 256 * 1024;

    private const int StepsMax = 8;
    private const int CopiesMax = 300;

    private static readonly byte[] Notable = [0, 9, 10, 13, 32, 34, 40, 41, 46, 58, 60, 61, 62, 64, 92, 127, 128, 255];

    public byte[] Next()
    {
        var bytes = new List<byte>(target.Seeds[random.Next(target.Seeds.Count)]);
        for (var steps = random.Next(1, StepsMax + 1); steps > 0; steps--)
            Bend(bytes);
        if (bytes.Count > LengthMax)
            bytes.RemoveRange(LengthMax, bytes.Count - LengthMax);
        return [.. bytes];
    }

    private void Bend(List<byte> bytes)
    {
        switch (random.Next(10))
        {
            case 0 when bytes.Count > 0:
                bytes[random.Next(bytes.Count)] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when bytes.Count > 0:
                bytes[random.Next(bytes.Count)] = Notable[random.Next(Notable.Length)];
                break;
            case 2:
                bytes.Insert(Place(bytes), (byte)random.Next(256));
                break;
            case 3:
                Remove(bytes);
                break;
            case 4:
                bytes.InsertRange(Place(bytes), Chunk(bytes));
                break;
            case 5:
                InsertCopies(bytes, Chunk(bytes, 32));
                break;
            case 6:
                bytes.InsertRange(Place(bytes), Chunk(target.Seeds[random.Next(target.Seeds.Count)]));
                break;
            case 7 when target.Tokens.Count > 0:
                InsertCopies(bytes, target.Tokens[random.Next(target.Tokens.Count)]);
                break;
            case 8 when bytes.Count > 0:
                Cut(bytes);
                break;
            default:
                if (target.Tokens.Count > 0)
                    bytes.InsertRange(Place(bytes), target.Tokens[random.Next(target.Tokens.Count)]);
                break;
        }
    }

    private void Cut(List<byte> bytes)
    {
        var from = random.Next(bytes.Count);
        bytes.RemoveRange(from, bytes.Count - from);
    }

    private void Remove(List<byte> bytes)
    {
        if (bytes.Count == 0)
            return;
        var from = random.Next(bytes.Count);
        bytes.RemoveRange(from, random.Next(1, Math.Min(64, bytes.Count - from) + 1));
    }

    /// <summary>Mostly one, seldom many: what is repeated shows what is not linear.</summary>
    private void InsertCopies(List<byte> bytes, byte[] piece)
    {
        var copies = random.Next(8) == 0 ? random.Next(CopiesMax) : 1;
        var at = Place(bytes);
        for (; copies > 0 && bytes.Count < LengthMax; copies--)
            bytes.InsertRange(at, piece);
    }

    private byte[] Chunk(IReadOnlyList<byte> bytes, int max = 256)
    {
        if (bytes.Count == 0)
            return [];
        var from = random.Next(bytes.Count);
        return [.. bytes.Skip(from).Take(random.Next(1, max))];
    }

    private int Place(List<byte> bytes) => random.Next(bytes.Count + 1);
}
