using System.Collections.Frozen;

namespace Actors.Evaluation.Reports;

/// <summary>Recipients whose category contradicts what the categories mean here: see docs/reports.md.</summary>
internal static class DisputedCategories
{
    /// <summary>Of all recipients: more would be an excuse.</summary>
    internal const double ShareMax = 0.05;

    /// <summary>Name of the mail and number of the recipient in it.</summary>
    private static readonly FrozenSet<string> Places = FrozenSet.Create(
    [
        // A null MX, labelled as refused without a usable reason.
        "lhost-gsuite-03.eml 1",
        "lhost-messagingserver-10.eml 1",
        "rfc3464-59.eml 1",
        "rhost-gsuite-03.eml 1",
        "rhost-gsuite-10.eml 1",
        // No mail server for the domain, labelled the same.
        "lhost-opensmtpd-12.eml 1",
        "lhost-yahoo-09.eml 1",
        // No such domain, labelled as a time-out.
        "lhost-gsuite-04.eml 1",
        "rfc3464-53.eml 1",
        "rhost-gsuite-04.eml 1",
        // Name servers that fail or have no mail server to name, labelled as a time-out.
        "lhost-postfix-17.eml 1",
        "rfc3464-62.eml 1",
        // No route, labelled as a time-out.
        "rfc3464-34.eml 1",
    ]);

    internal static bool Hold(string place) => Places.Contains(place);
}
