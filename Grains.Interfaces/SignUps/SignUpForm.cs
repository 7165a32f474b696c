using System.Collections.Immutable;

namespace Actors.Grains.SignUps;

/// <summary>How pages of a tenant sign people up.</summary>
/// <param name="Id">frm_...</param>
/// <param name="Name">For the tenant's own overview.</param>
/// <param name="Lists">That whoever signs up is to be on.</param>
/// <param name="Details">Names of fields that are kept as details of the contact.</param>
/// <param name="Language">Of the message; null for the tenant's.</param>
/// <param name="Consent">What the page shows to be agreed to; null where it is not kept.</param>
/// <param name="Redirect">https; null for a page that says thank you.</param>
/// <param name="ThankYou">What that page says; null for the platform's words.</param>
/// <param name="Origins">Of pages that may have the form, as browsers write them; empty for any.</param>
[GenerateSerializer, Immutable, Alias("sign-up-form")]
public sealed record SignUpForm(
    string Id,
    string Name,
    SignUpSender Sender,
    ImmutableArray<string> Lists,
    ImmutableArray<string> Details,
    string? Language,
    string? Consent,
    string? Redirect,
    string? ThankYou,
    ImmutableArray<string> Origins)
{
    public const string Prefix = "frm_";

    /// <summary>A field that people do not see, and programs fill in.</summary>
    public const string Trap = "website";
}

public static class SignUpFormLimits
{
    /// <summary>Forms of one tenant.</summary>
    public const int Max = 100;

    public const int NameLengthMax = 100;
    public const int DetailsMax = 20;
    public const int OriginsMax = 10;

    /// <summary>UTF-16 code units.</summary>
    public const int ThankYouLengthMax = 1_000;
}
