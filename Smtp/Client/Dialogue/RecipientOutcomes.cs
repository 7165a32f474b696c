using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>What has become of a message's recipients so far. The first decision about each counts.</summary>
internal sealed class RecipientOutcomes(IReadOnlyList<ForwardPath> recipients)
{
    private readonly RecipientOutcome?[] all = new RecipientOutcome?[recipients.Count];

    public int Count => all.Length;

    public int Undecided { get; private set; } = recipients.Count;

    /// <summary>To be read when nobody is undecided.</summary>
    public RecipientOutcome[] All => all!;

    public bool IsDecided(int index) => all[index] is not null;

    public void Decide(int index, Reply reply, SendStage stage, bool fromPeer, Certainty certainty = Certainty.Certain)
    {
        if (all[index] is not null)
            return;
        all[index] = new(recipients[index], reply, stage, fromPeer, certainty);
        Undecided--;
    }

    /// <summary>Decides about everybody about whom nothing is known yet.</summary>
    public void DecideRest(Reply reply, SendStage stage, bool fromPeer)
    {
        var certainty = stage == SendStage.FinalDot && !fromPeer ? Certainty.Uncertain : Certainty.Certain;
        for (var i = 0; i < all.Length; i++)
            Decide(i, reply, stage, fromPeer, certainty);
    }
}
