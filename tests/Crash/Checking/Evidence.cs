using Actors.Crash.Journals;
using Actors.Crash.Sinks;

namespace Actors.Crash.Checking;

/// <summary>All that is known at the end, from both sides of the server and from itself.</summary>
/// <param name="Journal">What clients meant and were told.</param>
/// <param name="Copies">What the receiver got, in order.</param>
/// <param name="Stored">What the server says it has, one for each recipient.</param>
/// <param name="Events">The server's log from its beginning.</param>
/// <param name="Lives">The server's lives, in order.</param>
/// <param name="SeenDelivered">By recipient's id, the life during which its delivery could be read in the log.</param>
public sealed record Evidence(
    IReadOnlyCollection<Journal.Entry> Journal,
    IReadOnlyCollection<Copy> Copies,
    IReadOnlyCollection<StoredRecipient> Stored,
    IReadOnlyList<LoggedEvent> Events,
    IReadOnlyList<Life> Lives,
    IReadOnlyDictionary<string, string> SeenDelivered);

/// <param name="Id">rcp_...</param>
/// <param name="Submission">msg_...</param>
public sealed record StoredRecipient(string Id, string Submission, string Email, string Status);

/// <param name="Recipient">rcp_...</param>
public sealed record LoggedEvent(long Sequence, string Type, string Recipient);

/// <param name="Name">As in EHLO.</param>
/// <param name="Killed">Ended by a signal it could not handle; false: stopped, or still running.</param>
public sealed record Life(string Name, bool Killed);
