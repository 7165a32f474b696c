namespace Actors.Mail.Authentication.Spf.Checking;

/// <summary>Which domains a policy can be asked of (RFC 7208 §4.3).</summary>
internal static class SpfDomain
{
    private const int LabelMax = 63;

    /// <summary>At least two labels, each of 1 to 63 visible ASCII characters, the last one of letters.</summary>
    public static bool IsValid(string domain)
    {
        if (domain.Length > SpfLimits.NameCharactersMax)
            return false;
        var labels = 0;
        var last = ReadOnlySpan<char>.Empty;
        foreach (var range in domain.AsSpan().Split('.'))
        {
            last = domain.AsSpan(range);
            if (last.IsEmpty || last.Length > LabelMax || last.ContainsAnyExceptInRange('!', '~'))
                return false;
            labels++;
        }
        return labels > 1 && char.IsAsciiLetterOrDigit(last[^1]) && last.ContainsAnyExceptInRange('0', '9');
    }
}
