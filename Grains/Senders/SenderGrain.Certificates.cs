using Actors.Grains.Answers;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;

namespace Actors.Grains.Senders;

/// <summary>The sender's S/MIME certificate.</summary>
public sealed partial class SenderGrain
{
    public async Task<Answer<SenderView>> SetCertificate(NewCertificate certificate, string? ifMatch)
    {
        if (Refuse(ifMatch) is { } refusal)
            return refusal;
        var text = secrets.Seal(SenderSecrets.CertificatePurpose(Key), certificate.Identity.Span);
        await SaveCertificate(With(CertificateWarnings.Fresh(text, certificate.View, Now)));
        return View;
    }

    public async Task<Answer<SenderView>> RemoveCertificate(string? ifMatch)
    {
        if (Refuse(ifMatch) is { } refusal)
            return refusal;
        if (stored.State.Certificate is not null)
            await SaveCertificate(With(null));
        return View;
    }

    public Task<SealedCertificate?> Certificate()
    {
        if (stored.State is { IsThere: true, Certificate: { } certificate })
            return Task.FromResult<SealedCertificate?>(new SealedCertificate(
                stored.State.Address!, certificate.Sealed, certificate.View.ValidUntil));
        ForgetGuess();
        return Task.FromResult<SealedCertificate?>(null);
    }

    private SenderState With(StoredCertificate? certificate) =>
        stored.State with { Certificate = certificate, Revision = stored.State.Revision + 1 };

    /// <summary>What waits for a certificate that cannot be read looks again: it may have been this one.</summary>
    /// <remarks>And once more when woken, in case that the process died before all had looked.</remarks>
    private async Task SaveCertificate(SenderState next)
    {
        var mayHoldMail = stored.State.Certificate is not null;
        await Save(mayHoldMail ? next with { ReleaseAgainAt = Now + SenderLimits.ReleaseAgain } : next);
        if (mayHoldMail)
            await Release();
    }

    private async Task ReleaseAgain()
    {
        if (stored.State.ReleaseAgainAt is not { } at || at > Now)
            return;
        await Release();
        await Save(stored.State with { ReleaseAgainAt = null });
    }

    private Task Release() => GrainFactory.Release(Key.Tenant, HoldReason.SignatureUnavailable);
}
