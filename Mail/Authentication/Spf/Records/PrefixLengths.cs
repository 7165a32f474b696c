using System.Net;
using System.Net.Sockets;

namespace Actors.Mail.Authentication.Spf.Records;

/// <summary>How many leading bits of an address must agree (dual-cidr-length of RFC 7208 §5.3).</summary>
/// <param name="Four">0 to 32.</param>
/// <param name="Six">0 to 128.</param>
internal readonly record struct PrefixLengths(int Four, int Six)
{
    public const int FourMax = 32;
    public const int SixMax = 128;

    /// <summary>The whole address.</summary>
    public static PrefixLengths Whole { get; } = new(FourMax, SixMax);

    public bool Agree(IPAddress one, IPAddress other) =>
        Agree(one, other, one.AddressFamily == AddressFamily.InterNetwork ? Four : Six);

    /// <summary>Whether both are of one family and their first bits agree.</summary>
    public static bool Agree(IPAddress one, IPAddress other, int length)
    {
        if (one.AddressFamily != other.AddressFamily)
            return false;
        ReadOnlySpan<byte> left = one.GetAddressBytes();
        ReadOnlySpan<byte> right = other.GetAddressBytes();
        var whole = length / 8;
        if (!left[..whole].SequenceEqual(right[..whole]))
            return false;
        var rest = length % 8;
        return rest == 0 || (left[whole] ^ right[whole]) >> (8 - rest) == 0;
    }

    /// <summary>A number of at most three digits without a leading zero, 0 to <paramref name="max"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> digits, int max, out int length)
    {
        length = 0;
        if (digits.IsEmpty || digits.Length > 3 || (digits.Length > 1 && digits[0] == '0'))
            return false;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            length = (length * 10) + digit - '0';
        }
        return length <= max;
    }
}
