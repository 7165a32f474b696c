using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Actors.Grains.Contacts;
using Actors.Grains.Messages;
using Actors.Mail.Envelopes;
using Actors.Storage.Events;
using Actors.Storage.Json;
using Actors.Storage.Messages;

namespace Actors.Storage.Tests.Json;

public sealed class MessageColumnsTests
{
    private static readonly MessageState Full = Samples.Message() with
    {
        Stream = MailStream.Marketing,
        Phase = MessagePhase.Held,
        HoldReason = HoldReason.Uncertain,
        OnUncertain = OnUncertain.Hold,
        Attempts = 3,
        Epoch = 4,
        LastReply = Samples.Full,
        LastVerdict = Samples.MailboxFull,
        TimeScale = 3600,
        LastHost = "mx.example.org",
        LastAttemptAt = Samples.Noon,
        Author = Mail.Addresses.Mailbox.Parse("Ádá <ada@shop.example>"),
        ByOwnServer = true,
        Charged = true,
        Bypass = Bypasses.Manual,
        List = "news",
        ComplainedAt = Samples.Noon.AddDays(1),
        LateBouncedAt = Samples.Noon.AddDays(2),
        LateVerdict = Samples.MailboxFull,
        IsPresumed = true,
        UnsubscribedFrom = ["", "news"],
        UnsubscribedAt = Samples.Noon.AddDays(3),
        Source = "192.0.2.7",
        NoticeOnFailure = true,
        Tags = ["a", "ü"],
        Campaign = "spring",
        Variables = ImmutableDictionary<string, string>.Empty.Add("name", "Änne <&>"),
        Details = ImmutableDictionary<string, string>.Empty.Add("city", "Köln"),
        EnvelopeDsn = new EnvelopeDsn(DsnReturn.Headers, EnvelopeId.Parse("a+2Bb")),
        RecipientDsn = new RecipientDsn(
            DsnNotify.Success | DsnNotify.Delay, OriginalRecipient.Parse("utf-8;jörg@example.org")),
    };

    /// <summary>A property somebody adds and forgets here fails: it would have its initial value in both.</summary>
    [Fact]
    public void every_property_of_a_state_survives_its_row()
    {
        var read = RoundTrip(Full);
        var stored = typeof(MessageState).GetProperties().Where(
            p => p.Name is not (nameof(MessageState.Pending) or nameof(MessageState.Effects)
                or nameof(MessageState.WasHeld)));
        foreach (var property in stored)
        {
            var initial = property.GetValue(new MessageState());
            var written = property.GetValue(Full);
            Text(written).ShouldNotBe(Text(initial), $"the sample leaves {property.Name} at its initial value");
            Text(property.GetValue(read)).ShouldBe(Text(written), property.Name);
        }
    }

    [Fact]
    public void a_state_at_its_initial_values_survives_too()
    {
        var plain = new MessageState
        {
            Account = Samples.Account, Recipient = Samples.Message().Recipient, AcceptedAt = Samples.Noon,
            Deadline = Samples.Noon,
        };
        RoundTrip(plain).ShouldBe(plain);
    }

    [Fact]
    public void what_is_at_its_initial_value_takes_no_room()
    {
        using var payload = new Payload();
        var json = payload.Add(MessageColumns.JsonOf(Samples.Message()), StorageJson.Write);
        Encoding.UTF8.GetString(payload[json]).ShouldBe("""
            {"to":"anna@example.org","from":"<shop@sender.example>",
            "accepted_at":1893499200000000,"deadline":1893844800000000}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void every_kind_of_event_has_a_number_a_name_and_words()
    {
        var events = typeof(MessageEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(MessageEvent))).ToList();
        MessageEvent[] samples =
        [
            new MessageEvent.Accepted(), new MessageEvent.Scheduled(Samples.Noon),
            new MessageEvent.AttemptStarted(1, 1),
            new MessageEvent.Delivered(1, Samples.Ok, Samples.Trace),
            new MessageEvent.Deferred(1, Samples.Full, Samples.Trace, Samples.MailboxFull, Samples.Noon, true),
            new MessageEvent.Bounced(1, Samples.Full, Samples.Trace, Samples.MailboxFull, true),
            new MessageEvent.Held(HoldReason.Uncertain, 1, Samples.Trace), new MessageEvent.Released(),
            new MessageEvent.RetryRequested(), new MessageEvent.Expired(Samples.Full, Samples.MailboxFull),
            new MessageEvent.Suppressed("bounced before"), new MessageEvent.Cancelled(true),
            new MessageEvent.Complained("abuse"),
            new MessageEvent.LateBounced(Samples.Full, Samples.MailboxFull, "mx.example.org"),
            new MessageEvent.Unsubscribed("news"), new MessageEvent.DeliveryConfirmed(1, Samples.Ok, Samples.Trace),
        ];
        samples.Select(e => e.GetType()).ShouldBe(events, ignoreOrder: true);
        samples.Select(EventKinds.Of).Distinct().Count().ShouldBe(samples.Length);
        foreach (var happened in samples)
        {
            using var payload = new Payload();
            var piece = payload.Add(happened, EventJson.Write);
            JsonDocument.Parse(payload[piece].ToArray()).RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
            EventKinds.NameOf(EventKinds.Of(happened)).ShouldStartWith("message.");
        }
    }

    [Fact]
    public void pieces_of_a_payload_stand_apart_however_it_grows()
    {
        using var payload = new Payload();
        var texts = Enumerable.Range(0, 50).Select(i => new string((char)('a' + (i % 26)), i * 100)).ToList();
        var pieces = texts.Select(t => payload.Add(t, static (json, text) => json.WriteStringValue(text))).ToList();
        pieces.Select(p => Encoding.UTF8.GetString(payload[p])).ShouldBe(texts.Select(t => $"\"{t}\""));
    }

    private static MessageState RoundTrip(MessageState state)
    {
        using var payload = new Payload();
        var piece = payload.Add(MessageColumns.JsonOf(state), StorageJson.Write);
        var json = JsonSerializer.Deserialize(payload[piece], StorageJson.Default.MessageJson)!;
        return MessageColumns.StateOf(new MessageRow(
            1, 1, Samples.NewId(), state.Account, state.Phase, state.HoldReason, state.DueAt, json)) with
        { Pending = state.Pending };
    }

    private static string Text(object? value) => value switch
    {
        ImmutableArray<string> array => string.Join('|', array),
        ImmutableDictionary<string, string> map => string.Join('|', map),
        _ => value?.ToString() ?? "",
    };
}
