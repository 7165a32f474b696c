using Actors.Mail.Addresses;

namespace Actors.Api.Access.Passwords;

/// <summary>What a password has to be: long, and no more (NIST SP 800-63B §3.1.1).</summary>
internal static class PasswordRules
{
    public const int LengthMin = 12;
    public const int LengthMax = 256;

    /// <summary>A password of fewer is a pattern on the keyboard.</summary>
    public const int DistinctMin = 5;

    /// <param name="address">Of its owner; null where it is not known.</param>
    /// <returns>Null when it may be used, else a code and a sentence.</returns>
    public static (string Code, string Detail)? Refuse(string password, EmailAddress? address)
    {
        if (password.Length < LengthMin)
            return ("too_short", $"The password has to have at least {LengthMin} characters.");
        if (password.Length > LengthMax)
            return ("too_long", $"The password may have at most {LengthMax} characters.");
        if (password.Distinct().Count() < DistinctMin)
            return ("too_simple", $"The password has to have at least {DistinctMin} different characters.");
        return address is not null && password.Contains(address.LocalPart, StringComparison.OrdinalIgnoreCase)
                && address.LocalPart.Length * 2 > password.Length
            ? ("too_simple", "The password is little more than the e-mail address.")
            : null;
    }
}
