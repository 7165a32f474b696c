using System.Security.Cryptography;

namespace Actors.Dns;

/// <summary>
/// Unpredictable numbers from the operating system in the shape of <see cref="Random"/>: what production injects where
/// an attacker gains from guessing. Safe for use by several threads at once.
/// </summary>
public sealed class SecureRandom : Random
{
    public override int Next() => RandomNumberGenerator.GetInt32(int.MaxValue);

    public override int Next(int maxValue) => maxValue == 0 ? 0 : RandomNumberGenerator.GetInt32(maxValue);

    public override int Next(int minValue, int maxValue) =>
        minValue == maxValue ? minValue : RandomNumberGenerator.GetInt32(minValue, maxValue);

    public override void NextBytes(byte[] buffer) => RandomNumberGenerator.Fill(buffer);

    public override void NextBytes(Span<byte> buffer) => RandomNumberGenerator.Fill(buffer);

    protected override double Sample() =>
        BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) / (ulong.MaxValue + 1.0);
}
