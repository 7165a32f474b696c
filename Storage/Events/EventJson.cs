using System.Text.Json;
using Actors.Grains.Messages;
using Actors.Mail.Replies;

namespace Actors.Storage.Events;

/// <summary>What an event says, as customers read it; its kind and time stand beside it and are not repeated.</summary>
/// <remarks>Written by hand, because it is published: names and units change only on purpose.</remarks>
internal static class EventJson
{
    public static void Write(Utf8JsonWriter json, MessageEvent happened)
    {
        json.WriteStartObject();
        switch (happened)
        {
            case MessageEvent.Scheduled e:
                json.WriteString("send_at", e.SendAt);
                break;
            case MessageEvent.AttemptStarted e:
                json.WriteNumber("attempt", e.Attempt);
                json.WriteNumber("epoch", e.Epoch);
                break;
            case MessageEvent.Delivered e:
                Write(json, e.Attempt, e.Reply, e.Trace);
                Write(json, "presumed", e.Presumed);
                break;
            case MessageEvent.DeliveryConfirmed e:
                Write(json, e.Attempt, e.Reply, e.Trace);
                break;
            case MessageEvent.Deferred e:
                Write(json, e.Attempt, e.Reply, e.Trace);
                Write(json, e.Verdict, BouncePermanence.Transient);
                json.WriteString("next_attempt_at", e.NextAttemptAt);
                Write(json, "uncertain", e.Uncertain);
                break;
            case MessageEvent.Bounced e:
                Write(json, e.Attempt, e.Reply, e.Trace);
                Write(json, e.Verdict, BouncePermanence.Permanent);
                Write(json, "attempts_used_up", e.AttemptsUsedUp);
                break;
            default:
                WriteWithoutAttempt(json, happened);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteWithoutAttempt(Utf8JsonWriter json, MessageEvent happened)
    {
        switch (happened)
        {
            case MessageEvent.Accepted or MessageEvent.Released or MessageEvent.RetryRequested:
                break;
            case MessageEvent.Held e:
                json.WriteString("reason", e.Reason.ToText());
                if (e.Attempt is { } attempt)
                    json.WriteNumber("attempt", attempt);
                if (e.Trace is { } trace)
                    Write(json, trace);
                break;
            case MessageEvent.Expired e:
                if (e.LastReply is { } reply)
                    Write(json, reply);
                if (e.Verdict is { } verdict)
                    Write(json, verdict, BouncePermanence.Permanent);
                break;
            case MessageEvent.Suppressed e:
                json.WriteString("reason", e.Reason);
                break;
            case MessageEvent.Cancelled e:
                Write(json, "dropped", e.Dropped);
                break;
            case MessageEvent.Complained e:
                Write(json, "feedback_type", e.FeedbackType);
                break;
            case MessageEvent.LateBounced e:
                Write(json, e.Reply);
                Write(json, e.Verdict, BouncePermanence.Permanent);
                Write(json, "host", e.Host);
                break;
            case MessageEvent.Unsubscribed e:
                Write(json, "list", e.List);
                break;
            default:
                throw new InvalidOperationException($"Unknown event {happened.GetType().Name}.");
        }
    }

    private static void Write(Utf8JsonWriter json, int attempt, Reply reply, AttemptTrace trace)
    {
        json.WriteNumber("attempt", attempt);
        Write(json, reply);
        Write(json, trace);
    }

    private static void Write(Utf8JsonWriter json, Reply reply)
    {
        json.WriteNumber("code", reply.Code);
        if (reply.Status is { } status)
            json.WriteString("enhanced_code", status.ToString());
        json.WriteString("response", reply.Text);
    }

    private static void Write(Utf8JsonWriter json, AttemptTrace trace)
    {
        Write(json, "host", trace.Host);
        Write(json, "address", trace.Address);
        Write(json, "tls", trace.Tls);
        Write(json, "stage", trace.Stage);
        Write(json, "relayed", trace.Relayed);
        if (trace.Duration != TimeSpan.Zero)
            json.WriteNumber("duration_ms", (long)trace.Duration.TotalMilliseconds);
    }

    private static void Write(Utf8JsonWriter json, Verdict verdict, BouncePermanence permanence)
    {
        json.WriteString("category", verdict.Category);
        json.WriteString("hardness", verdict.Hard ? "hard" : "soft");
        json.WriteString("scope", verdict.Scope);
        json.WriteString("permanence", permanence.Key());
        json.WriteString("rule", verdict.Rule);
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Write(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
            json.WriteBoolean(name, value);
    }
}
