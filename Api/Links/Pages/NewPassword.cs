using System.Collections.Immutable;
using Actors.Api.Access.Passwords;
using Actors.Grains.People;
using Actors.Mail.Addresses;

namespace Actors.Api.Links.Pages;

/// <summary>The field for a new password on a page, and what becomes of what is typed there.</summary>
internal static class NewPassword
{
    public const string Name = "password";

    public static readonly ImmutableArray<LinkField> Fields =
        [new(Name, "New password", "password", "new-password", PasswordRules.LengthMax)];

    /// <returns>The hash; or a page that asks again.</returns>
    public static async Task<(PasswordHash? Hash, LinkView? Again)> Read(
        FollowedLink link, LinkForm form, EmailAddress? address, LinkView.Ask ask)
    {
        var password = form.Text(Name);
        if (PasswordRules.Refuse(password, address) is { } refusal)
            return (null, ask with { Fault = refusal.Detail });
        return await link.Call.Gateway.Passwords.Hash(password) is { } hash
            ? (hash, null)
            : (null, ask with { Fault = "Too many are logging in just now. Try again in a moment." });
    }
}
