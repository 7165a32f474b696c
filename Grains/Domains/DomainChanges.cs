using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Keys;

namespace Actors.Grains.Domains;

/// <summary>What the owner of a domain may set.</summary>
public static class DomainChanges
{
    /// <summary>Letters of a selector of the tenant's own: two characters are added.</summary>
    public const int SelectorLengthMax = 40;

    /// <returns>Null when the labels can stand below a domain, else why not.</returns>
    public static Refusal? Refuse(string? returnPathLabel, string? trackingLabel)
    {
        if (returnPathLabel is not null && !IsLabel(returnPathLabel))
            return Field("/return_path", "A label has 1 to 40 letters, digits and hyphens, such as bounce.");
        if (trackingLabel is not null && !IsLabel(trackingLabel))
            return Field("/tracking", "A label has 1 to 40 letters, digits and hyphens, such as click.");
        return returnPathLabel is not null && returnPathLabel == trackingLabel
            ? Field("/tracking", "The hosts of return path and tracking cannot be the same.")
            : null;
    }

    /// <param name="state">As it is.</param>
    /// <param name="change">What is asked for.</param>
    /// <param name="branding">Why selector and report address cannot be the tenant's own; null when they can.</param>
    /// <param name="now">The time.</param>
    public static (DomainState State, Refusal? Refusal) Apply(
        DomainState state, DomainChange change, Refusal? branding, DateTimeOffset now)
    {
        var path = change.ReturnPathLabel ?? state.ReturnPathLabel;
        var tracking = change.TrackingLabel ?? state.TrackingLabel;
        if (Refuse(path, tracking) is { } refusal)
            return (state, refusal);
        if (change.Selector is { Length: > 0 } && !IsSelector(change.Selector))
            return (state, Field("/selector", $"A selector has 1 to {SelectorLengthMax} letters, digits and hyphens."));
        if (change.DmarcReports is { Length: > 0 } && !EmailAddress.TryParse(change.DmarcReports, out _))
            return (state, Field("/dmarc_reports", "This is no e-mail address."));
        if (RefuseWay(change) is { } wayless)
            return (state, wayless);
        if (branding is not null && (change.Selector is { Length: > 0 } || change.DmarcReports is { Length: > 0 }))
            return (state, branding);
        var next = state with
        {
            WayOut = change.WayOut ?? state.WayOut,
            Account = change.WayOut is null ? state.Account : change.Account,
            ReturnPathLabel = path,
            TrackingLabel = tracking,
            DmarcReports = change.DmarcReports is { } reports ? EmptyIsNull(reports) : state.DmarcReports,
            Notify = change.Notify ?? state.Notify,
            AnySender = change.AnySender ?? state.AnySender,
        };
        next = WithSelector(next, change.Selector, now);
        return next == state
            ? (state, null)
            : (DomainRules.AskedToLookAnew(next with { Revision = state.Revision + 1, Unpublished = true }, now), null);
    }

    private static Refusal? RefuseWay(DomainChange change) =>
        change is { WayOut: WayOut.Own, Account: null }
            ? Field("/smtp_account", "Name the SMTP account whose server mail of the domain leaves by.")
        : change is { WayOut: not WayOut.Own, Account: not null }
            ? Field("/smtp_account", "An SMTP account belongs to the way own alone.")
        : null;

    private static DomainState WithSelector(DomainState state, string? selector, DateTimeOffset now)
    {
        if (selector is null || selector == (state.SelectorWanted ?? state.Selector ?? ""))
            return state;
        if (state.Status is DomainStatus.Pending or DomainStatus.Failed) // nothing is signed yet
            return state with { Selector = EmptyIsNull(selector), SelectorWanted = null };
        return selector == (state.Selector ?? "")
            ? state with { SelectorWanted = null }
            : state with { SelectorWanted = selector, WatchedSince = now };
    }

    private static string? EmptyIsNull(string text) => text.Length > 0 ? text : null;

    private static bool IsLabel(string text) => text.Length is > 0 and <= DomainLimits.LabelLengthMax
        && text[0] != '-' && text[^1] != '-'
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static bool IsSelector(string text) => text.Length <= SelectorLengthMax && IsLabel(text)
        && Selector.TryParse(text, out _);

    private static Refusal Field(string pointer, string detail) =>
        new(RefusalCode.InvalidField, detail, [new FieldError(pointer, "invalid_value", detail)]);
}
