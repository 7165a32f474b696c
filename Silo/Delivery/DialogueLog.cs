using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>Writes dialogues with receiving servers to the log, at the level trace: for support, not for every
/// day.</summary>
public sealed class DialogueLog(ILogger<DialogueLog> log) : ITranscript
{
    /// <returns>Null where the log would not take it, which costs nothing.</returns>
    public static ITranscript? For(ILogger<DialogueLog> log) =>
        log.IsEnabled(LogLevel.Trace) ? new DialogueLog(log) : null;

    public void Sent(SmtpEndpoint endpoint, string line) =>
        log.LogTrace("{Server} C: {Line}", Transcript.Shown(endpoint.ToString()), Transcript.Shown(line));

    public void Received(SmtpEndpoint endpoint, string line) =>
        log.LogTrace("{Server} S: {Line}", Transcript.Shown(endpoint.ToString()), Transcript.Shown(line));
}
