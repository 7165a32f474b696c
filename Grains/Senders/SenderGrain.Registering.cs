using Actors.Grains.Answers;

namespace Actors.Grains.Senders;

/// <summary>How a sender begins.</summary>
public sealed partial class SenderGrain
{
    public async Task<Answer<SenderView>> Register(SenderDraft draft)
    {
        if (stored.State.IsThere && draft.Account == stored.State.Account)
            return View;
        try
        {
            var ground = await domains.Of(Key.Tenant, draft);
            if (ground.Refusal is { } refusal)
                return refusal;
            if (stored.State.IsThere)
            {
                if (ground.Account != stored.State.Account)
                    await Save(stored.State with { Account = ground.Account, Revision = stored.State.Revision + 1 });
                return View;
            }

            if (!ground.NeedsNoLink && await RefuseMail() is { } tooMany)
                return tooMany;
            var next = SenderRules.Registered(stored.State, draft, ground, Now);
            await Save(ground.NeedsNoLink ? next : await WithMail(next));
        }
        finally
        {
            await domains.Settled(Key.Tenant, draft.Address);
        }

        await Drain();
        return View with { IsNew = true };
    }
}
