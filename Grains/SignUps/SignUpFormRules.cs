using Actors.Grains.Ids;

namespace Actors.Grains.SignUps;

/// <summary>What changes make of forms: pure.</summary>
public static class SignUpFormRules
{
    public static SignUpForm Changed(SignUpForm form, SignUpFormChange change) => form with
    {
        Name = change.Name ?? form.Name,
        Sender = new SignUpSender(
            change.Account is not { } account ? form.Sender.Account
                : account.Length == 0 ? null
                : AccountId.Parse(account),
            change.From ?? form.Sender.From),
        Lists = change.Lists ?? form.Lists,
        Details = change.Details ?? form.Details,
        Language = Text(change.Language, form.Language),
        Consent = Text(change.Consent, form.Consent),
        Redirect = Text(change.Redirect, form.Redirect),
        ThankYou = Text(change.ThankYou, form.ThankYou),
        Origins = change.Origins ?? form.Origins,
    };

    private static string? Text(string? next, string? before) => next switch
    {
        null => before,
        "" => null,
        _ => next,
    };
}
