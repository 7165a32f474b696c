using Actors.Grains.Contacts;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Messages;

/// <summary>Takes a message's state apart into columns and JSON, and puts it together again.</summary>
internal static class MessageColumns
{
    public static MessageJson JsonOf(MessageState state) => new()
    {
        To = state.Recipient.ToString(),
        From = state.ReversePath.IsNull ? null : state.ReversePath.ToString(),
        Stream = (int)state.Stream,
        OnUncertain = (int)state.OnUncertain,
        AcceptedAt = StoredTime.Of(state.AcceptedAt),
        Deadline = StoredTime.Of(state.Deadline),
        Attempts = state.Attempts,
        Epoch = state.Epoch,
        LastReply = state.LastReply is { } reply
            ? new ReplyJson { Code = reply.Code, Status = reply.Status?.ToString(), Text = reply.Text }
            : null,
        Verdict = JsonOf(state.LastVerdict),
        LastHost = state.LastHost,
        LastAttemptAt = state.LastAttemptAt is { } attempted ? StoredTime.Of(attempted) : null,
        TimeScale = state.TimeScale == 1 ? null : state.TimeScale,
        Tags = state.Tags.IsDefaultOrEmpty ? null : state.Tags,
        Campaign = state.Campaign,
        Variables = state.Variables.IsEmpty ? null : state.Variables,
        Details = state.Details.IsEmpty ? null : state.Details,
        Dsn = DsnColumns.JsonOf(state.EnvelopeDsn, state.RecipientDsn),
        NoticeOnFailure = state.NoticeOnFailure,
        Author = state.Author?.ToString(),
        ByOwnServer = state.ByOwnServer,
        Source = state.Source,
        Charged = state.Charged,
        Bypass = (int)state.Bypass,
        List = state.List,
        ComplainedAt = StoredTime.Of(state.ComplainedAt),
        LateBouncedAt = StoredTime.Of(state.LateBouncedAt),
        LateVerdict = JsonOf(state.LateVerdict),
        IsPresumed = state.IsPresumed,
        UnsubscribedFrom = state.UnsubscribedFrom.IsDefaultOrEmpty ? null : state.UnsubscribedFrom,
        UnsubscribedAt = StoredTime.Of(state.UnsubscribedAt),
    };

    /// <summary>The columns win where the JSON could say the same: a start after a crash changes them alone.</summary>
    public static MessageState StateOf(in MessageRow row)
    {
        var json = row.Json;
        var state = new MessageState
        {
            Account = row.Account,
            Phase = row.Phase,
            HoldReason = row.HoldReason,
            DueAt = row.DueAt,
            Recipient = EmailAddress.Parse(json.To),
            ReversePath = ReversePathOf(json.From),
            Stream = (MailStream)json.Stream,
            OnUncertain = (OnUncertain)json.OnUncertain,
            AcceptedAt = StoredTime.Read(json.AcceptedAt),
            Deadline = StoredTime.Read(json.Deadline),
            Attempts = json.Attempts,
            Epoch = json.Epoch,
            LastReply = ReplyOf(json.LastReply),
            LastVerdict = VerdictOf(json.Verdict),
            LastHost = json.LastHost,
            LastAttemptAt = json.LastAttemptAt is { } attempted ? StoredTime.Read(attempted) : null,
            TimeScale = json.TimeScale ?? 1,
            EnvelopeDsn = DsnColumns.EnvelopeOf(json.Dsn),
            RecipientDsn = DsnColumns.RecipientOf(json.Dsn),
            NoticeOnFailure = json.NoticeOnFailure,
            Author = json.Author is null ? null : Mailbox.Parse(json.Author),
            ByOwnServer = json.ByOwnServer,
            Charged = json.Charged,
            Bypass = (Bypasses)json.Bypass,
            ComplainedAt = StoredTime.ReadOrNull(json.ComplainedAt),
        };
        return WithOptional(state, json);
    }

    private static MessageState WithOptional(MessageState state, MessageJson json) =>
        state with
        {
            LateBouncedAt = StoredTime.ReadOrNull(json.LateBouncedAt),
            LateVerdict = VerdictOf(json.LateVerdict),
            IsPresumed = json.IsPresumed,
            UnsubscribedFrom = json.UnsubscribedFrom ?? [],
            UnsubscribedAt = StoredTime.ReadOrNull(json.UnsubscribedAt),
            List = json.List,
            Source = json.Source,
            Tags = json.Tags ?? state.Tags,
            Campaign = json.Campaign,
            Variables = json.Variables ?? state.Variables,
            Details = json.Details ?? state.Details,
        };

    /// <summary>FNV-1a of the address' key: the same on every machine and in every version.</summary>
    /// <remarks>Who collides on purpose only makes a search look at one row more.</remarks>
    public static long HashOf(EmailAddress recipient)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in recipient.Key)
            hash = (hash ^ c) * 1099511628211UL;
        return (long)hash;
    }

    private static VerdictJson? JsonOf(Verdict? verdict) => verdict is null ? null : new VerdictJson
    {
        Category = verdict.Category, Hard = verdict.Hard, Scope = verdict.Scope, Rule = verdict.Rule,
    };

    private static Verdict? VerdictOf(VerdictJson? json) =>
        json is null ? null : new Verdict(json.Category, json.Hard, json.Scope, json.Rule);

    private static ReversePath ReversePathOf(string? text)
    {
        if (text is null)
            return ReversePath.Null;
        return ReversePath.TryParse(text, out var path)
            ? path
            : throw new FormatException("A stored message has no valid reverse path.");
    }

    private static Reply? ReplyOf(ReplyJson? json) => json is null
        ? null
        : new Reply(json.Code, json.Status is null ? null : EnhancedStatusCode.Parse(json.Status), json.Text);
}
