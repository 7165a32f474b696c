using System.Security.Cryptography;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Silo.Chance;

/// <summary>The system's generator: for ids and secrets, and for jitter.</summary>
public sealed class SystemChance : IIdSource, IChance
{
    private const double Two53 = 1L << 53;

    public void Fill(Span<byte> chance) => RandomNumberGenerator.Fill(chance);

    public double Next()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return (BitConverter.ToUInt64(bytes) >> 11) / Two53;
    }
}
