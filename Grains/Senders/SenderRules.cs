using System.Collections.Immutable;
using System.Globalization;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.PlatformMails;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>How a sender is confirmed, expires and is forgotten: pure.</summary>
public static class SenderRules
{
    /// <param name="state">What is left of an earlier registration.</param>
    /// <param name="draft">What is asked for.</param>
    /// <param name="ground">What it stands on.</param>
    /// <param name="now">The time.</param>
    public static SenderState Registered(
        SenderState state, SenderDraft draft, SenderGround ground, DateTimeOffset now) =>
        new()
        {
            Address = draft.Address,
            Name = draft.Name,
            Account = ground.Account,
            Status = ground.NeedsNoLink ? SenderStatus.Confirmed : SenderStatus.Pending,
            ConfirmedAt = ground.NeedsNoLink ? now : null,
            CreatedAt = now,
            Mailed = state.Mailed,
            Revision = state.Revision + 1,
        };

    /// <returns>Null when a confirmation message may go now.</returns>
    public static Refusal? RefuseMail(SenderState state, DateTimeOffset now)
    {
        if (!state.Mailed.IsEmpty && now < state.Mailed[^1] + SenderLimits.ResendAfter)
            return TooMany("A confirmation message was sent just now; wait a minute.");
        return state.Mailed.Count(at => now < at + SenderLimits.ResendWindow) < SenderLimits.MailsMax
            ? null
            : TooMany($"{SenderLimits.MailsMax} confirmation messages were sent within 24 hours; try again later.");
    }

    /// <summary>The link takes the place of the one before.</summary>
    public static SenderState Mailing(SenderState state, SenderId id, IssuedLink link, DateTimeOffset now)
    {
        var expiresAt = now + SenderLimits.LinkLife;
        var mail = PlatformMail.SenderConfirmation(
            $"sender-confirmation/{id}/{link.Hash}", state.Address!, state.Address!.ToString(), link.Url, expiresAt);
        return state with
        {
            Status = SenderStatus.Pending,
            LinkHash = link.Hash,
            LinkExpiresAt = expiresAt,
            Mailed = [.. state.Mailed.Where(at => now < at + SenderLimits.ResendWindow), now],
            Outgoing = state.Outgoing.Add(mail),
            Revision = state.Revision + 1,
        };
    }

    public static LinkStanding Standing(SenderState state, string hash, DateTimeOffset now) =>
        !state.IsThere || state.LinkHash.Length == 0 || state.LinkHash != hash ? LinkStanding.Unknown
        : state.Status == SenderStatus.Confirmed ? LinkStanding.Used
        : now >= state.LinkExpiresAt ? LinkStanding.Expired
        : LinkStanding.Open;

    public static SenderState Confirmed(SenderState state, DateTimeOffset now) => state with
    {
        Status = SenderStatus.Confirmed,
        ConfirmedAt = now,
        Revision = state.Revision + 1,
    };

    /// <summary>What the clock has made of it.</summary>
    public static SenderStatus StatusAt(SenderState state, DateTimeOffset now) =>
        state.Status == SenderStatus.Pending && now >= state.LinkExpiresAt ? SenderStatus.Expired : state.Status;

    /// <summary>Whether there is something to tell the tenant's admins by now.</summary>
    public static bool HasWarning(SenderState state, DateTimeOffset now) =>
        state is { IsThere: true, Certificate: { } certificate }
        && CertificateWarnings.ToTell(certificate, now) is not null;

    /// <summary>What is due by now: a link that has expired, a warning.</summary>
    /// <param name="admins">Who is warned.</param>
    public static SenderState Woken(
        SenderState state, SenderId id, ImmutableArray<EmailAddress> admins, DateTimeOffset now)
    {
        if (!state.IsThere)
            return state;
        var next = state with { Status = StatusAt(state, now) };
        if (state.Certificate is not { } certificate)
            return next;
        next = next with { Certificate = certificate with { WarnedDays = CertificateWarnings.Due(certificate, now) } };
        if (CertificateWarnings.ToTell(certificate, now) is not { } days)
            return next;
        var what = string.Create(
            CultureInfo.InvariantCulture, $"certificate-expiring/{id}/{certificate.View.Fingerprint}/{days}");
        var mails = admins.Select(admin => PlatformMail.CertificateExpiring(
            $"{what}/{admin.Key}", admin, state.Address!.ToString(), days, certificate.View.ValidUntil));
        return next with { Outgoing = next.Outgoing.AddRange(mails) };
    }

    /// <summary>Deleted, but for what keeps an address from being written to again and again.</summary>
    public static SenderState Deleted(SenderState state) => new()
    {
        Address = state.Address, IsDeleted = true, Mailed = state.Mailed, Revision = state.Revision + 1,
    };

    /// <summary>When nothing of a deleted sender matters any more.</summary>
    public static DateTimeOffset ForgottenAt(SenderState state) =>
        state.Mailed.IsEmpty ? DateTimeOffset.UnixEpoch : state.Mailed[^1] + SenderLimits.ResendWindow;

    public static SenderView View(SenderState state, SenderId id, DateTimeOffset now) => new()
    {
        Id = id,
        Address = state.Address!,
        Name = state.Name,
        Status = StatusAt(state, now),
        CreatedAt = state.CreatedAt,
        ConfirmedAt = state.ConfirmedAt,
        LinkExpiresAt = state.Status == SenderStatus.Confirmed ? null : state.LinkExpiresAt,
        Account = state.Account,
        Certificate = state.Certificate?.View,
    };

    private static Refusal TooMany(string detail) => Refusal.Of(RefusalCode.TooManyAttempts, detail);
}
