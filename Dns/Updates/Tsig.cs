using System.Security.Cryptography;
using Actors.Dns.Messages;

namespace Actors.Dns.Updates;

/// <summary>Signs a request and checks what answers it (RFC 8945), with HMAC-SHA256.</summary>
internal static class Tsig
{
    /// <summary>How far clocks may be apart, in seconds (RFC 8945 §10 recommends 300).</summary>
    public const int FudgeSeconds = 300;

    private const int TypeTsig = 250;
    private const int ClassAny = 255;
    private const int MacOctets = 32;

    private static readonly DnsName Algorithm = DnsName.Parse("hmac-sha256");

    /// <param name="message">Without additional records.</param>
    /// <param name="mac">What the answer is signed over, too.</param>
    public static byte[] Sign(byte[] message, TsigKey key, DateTimeOffset now, out byte[] mac)
    {
        var seconds = now.ToUnixTimeSeconds();
        mac = HMACSHA256.HashData(
            key.Secret, new OctetWriter().Bytes(message).Bytes(Variables(key, seconds, FudgeSeconds, 0, [])).ToArray());
        var data = new OctetWriter().Bytes(Algorithm.Wire).UInt48(seconds).UInt16(FudgeSeconds)
            .UInt16(mac.Length).Bytes(mac).Bytes(message.AsSpan(0, 2)).UInt16(0).UInt16(0);
        return new OctetWriter().Bytes(OctetWriter.WithAdditional(message, 1))
            .Bytes(key.Name.Wire).UInt16(TypeTsig).UInt16(ClassAny).UInt32(0).UInt16(data.Length).Bytes(data.ToArray())
            .ToArray();
    }

    /// <summary>Whether the answer comes from who holds the key, and is of now.</summary>
    /// <param name="requestMac">Of the request it answers.</param>
    /// <returns>Null when it is, else why not, in plain English.</returns>
    public static string? Check(ReadOnlySpan<byte> answer, TsigKey key, byte[] requestMac, DateTimeOffset now)
    {
        if (!TryReadLast(answer, out var at, out var additional, out var record))
            return "the answer is malformed";
        if (record is not { } tsig)
            return "the answer is not signed";
        if (!tsig.Name.Equals(key.Name) || !tsig.Algorithm.Equals(Algorithm) || tsig.Mac.Length != MacOctets)
            return tsig.Error == 0 ? "the answer is signed with another key" : ErrorText(tsig.Error);
        var unsigned = OctetWriter.WithAdditional(answer[..at], additional - 1);
        unsigned[0] = (byte)(tsig.OriginalId >> 8);
        unsigned[1] = (byte)tsig.OriginalId;
        var expected = HMACSHA256.HashData(
            key.Secret,
            new OctetWriter().UInt16(requestMac.Length).Bytes(requestMac).Bytes(unsigned)
                .Bytes(Variables(key, tsig.Seconds, tsig.Fudge, tsig.Error, tsig.Other)).ToArray());
        if (!CryptographicOperations.FixedTimeEquals(expected, tsig.Mac))
            return "the answer's signature is wrong";
        if (tsig.Error != 0)
            return ErrorText(tsig.Error);
        var apart = Math.Abs(now.ToUnixTimeSeconds() - tsig.Seconds);
        return apart > Math.Min(FudgeSeconds, tsig.Fudge) ? "the answer is of another time" : null;
    }

    /// <summary>RFC 8945 §4.3.3.</summary>
    private static byte[] Variables(TsigKey key, long seconds, int fudge, int error, byte[] other) =>
        new OctetWriter().Bytes(key.Name.Wire).UInt16(ClassAny).UInt32(0).Bytes(Algorithm.Wire)
            .UInt48(seconds).UInt16(fudge).UInt16(error).UInt16(other.Length).Bytes(other).ToArray();

    private static string ErrorText(int error) => error switch
    {
        16 => "the server found our signature wrong (BADSIG): compare the secret on both sides",
        17 => "the server does not know our key (BADKEY): compare its name on both sides",
        18 => "the server's clock is too far from ours (BADTIME)",
        22 => "the server wants a longer signature (BADTRUNC)",
        _ => $"the server answered TSIG error {error}",
    };

    /// <summary>Walks over a response to its last record.</summary>
    /// <param name="at">Where the last record begins.</param>
    /// <param name="record">Null when the last record is no TSIG.</param>
    private static bool TryReadLast(
        ReadOnlySpan<byte> answer, out int at, out int additional, out Read? record)
    {
        (at, additional, record) = (0, 0, null);
        var reader = new MessageReader(answer);
        Span<ushort> header = stackalloc ushort[6];
        foreach (ref var field in header)
            if (!reader.TryReadUInt16(out field))
                return false;
        additional = header[5];
        for (var i = 0; i < header[2]; i++)
            if (!reader.TryReadName(out _) || !reader.TryTake(4, out _))
                return false;
        var records = header[3] + header[4] + header[5];
        if (records > DnsMessage.RecordsMax)
            return false;
        for (var i = 0; i < records; i++)
        {
            at = reader.Position;
            if (!reader.TryReadName(out var name) || !reader.TryReadUInt16(out var type) || !reader.TryTake(6, out _)
                || !reader.TryReadUInt16(out var length) || !reader.TryTake(length, out var data))
                return false;
            if (type != TypeTsig)
                continue;
            var isLast = i == records - 1 && additional > 0; // RFC 8945 §5.1: there is one, and it is the last
            if (!isLast || !TryReadData(name, data, out record))
                return false;
        }
        return reader.Position == answer.Length;
    }

    private static bool TryReadData(DnsName name, ReadOnlySpan<byte> data, out Read? record)
    {
        record = null;
        var reader = new MessageReader(data);
        if (!reader.TryReadName(out var algorithm) || !reader.TryReadUInt16(out var high)
            || !reader.TryReadUInt32(out var low) || !reader.TryReadUInt16(out var fudge)
            || !reader.TryReadUInt16(out var size) || !reader.TryTake(size, out var mac)
            || !reader.TryReadUInt16(out var id) || !reader.TryReadUInt16(out var error)
            || !reader.TryReadUInt16(out var otherLength) || !reader.TryTake(otherLength, out var other)
            || reader.Position != data.Length)
            return false;
        record = new Read(name, algorithm, ((long)high << 32) | low, fudge, mac.ToArray(), id, error, other.ToArray());
        return true;
    }

    private readonly record struct Read(
        DnsName Name, DnsName Algorithm, long Seconds, int Fudge, byte[] Mac, int OriginalId, int Error, byte[] Other);
}
