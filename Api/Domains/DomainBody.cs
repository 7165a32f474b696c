using Actors.Grains.Domains;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Api.Domains;

/// <param name="Domain">In A-labels: its id.</param>
/// <param name="Name">In its own script.</param>
/// <param name="Status">pending, verified, broken, held or failed.</param>
/// <param name="WayOut">automatic (hosted once it is verified, the tenant's way before), hosted, platform, white_label
/// or own.</param>
/// <param name="SmtpAccount">The own account that its mail leaves by; absent for every other way.</param>
/// <param name="VerifiedFor">The one SMTP account for whose mail the domain counts as verified whatever its records
/// say, because the account's server has passed its check; absent for none.</param>
/// <param name="NextCheckAt">Absent while a look is under way, and where nobody looks.</param>
/// <param name="HeldFrom">When mail is held if nothing changes.</param>
/// <param name="OwnReturnPath">Whether MAIL FROM is at return_path_host.</param>
/// <param name="Selector">The tenant's own; absent where the platform chose it.</param>
/// <param name="Notify">Who is told by mail when it is verified or breaks.</param>
internal sealed record DomainBody(
    string Domain,
    string Name,
    string Status,
    string WayOut,
    string? SmtpAccount,
    string? VerifiedFor,
    IReadOnlyList<DomainRecordBody> Records,
    DateTimeOffset CreatedAt,
    DateTimeOffset? CheckedAt,
    DateTimeOffset? NextCheckAt,
    DateTimeOffset? HeldFrom,
    bool OwnReturnPath,
    string ReturnPathHost,
    string TrackingHost,
    string? Selector,
    string? DmarcReports,
    string? Notify,
    IReadOnlyList<ShareLinkBody> ShareLinks)
{
    public static DomainBody Of(DomainView view) => new(
        view.Domain, view.Unicode, view.Status.ToText(), view.WayOut.ToText(),
        view.Account?.Value, view.VerifiedFor?.Value,
        [.. view.Records.Select(DomainRecordBody.Of)], view.CreatedAt, view.CheckedAt, view.NextCheckAt, view.HeldFrom,
        view.OwnReturnPath, view.ReturnPathHost, view.TrackingHost, view.Selector, view.DmarcReports, view.Notify,
        [.. view.Shares.Select(share => new ShareLinkBody(share.Id, share.CreatedAt, share.ExpiresAt, null))]);
}

/// <param name="Purpose">dkim, return_path, spf, dmarc or tracking.</param>
/// <param name="Required">Whether the domain is verified only with it.</param>
/// <param name="State">unknown, found, missing or wrong.</param>
/// <param name="Found">What was there, to be read after the name.</param>
internal sealed record DomainRecordBody(
    string Purpose, string Name, string Type, string Value, bool Required, string State, string? Found)
{
    public static DomainRecordBody Of(RecordView view) => new(
        PurposeOf(view.Purpose), view.Name, view.Type, view.Value, view.IsRequired,
        view.State.ToString().ToLowerInvariant(), view.Found);

    private static string PurposeOf(RecordPurpose purpose) => purpose switch
    {
        RecordPurpose.DkimFirst or RecordPurpose.DkimSecond or RecordPurpose.DkimFirstInUse
            or RecordPurpose.DkimSecondInUse => "dkim",
        RecordPurpose.ReturnPath => "return_path",
        RecordPurpose.Spf => "spf",
        RecordPurpose.Dmarc => "dmarc",
        RecordPurpose.Tracking => "tracking",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };
}

/// <param name="Url">Shown only when it is made.</param>
internal sealed record ShareLinkBody(string Id, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string? Url);
