using Actors.Grains.Ids;
using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>Writes the dialogues with receiving servers to the log, at the level trace, each as a whole when it has
/// ended: for support, not for every day.</summary>
public sealed class DialogueLog(ILogger<DialogueLog> log, TimeProvider time)
{
    /// <returns>Null where the log would not take it, which costs nothing.</returns>
    public Transcript? Begin() => log.IsEnabled(LogLevel.Trace) ? new Transcript(time) : null;

    public void End(Transcript? transcript, MessageKey message)
    {
        if (transcript is not null)
            log.LogTrace("the dialogue about {Message}:\n{Transcript}", message, transcript);
    }
}
