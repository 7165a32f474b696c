using Actors.Crash.Journals;
using Actors.Crash.Sinks;

namespace Actors.Crash.Checking;

/// <summary>Every stored recipient came to its end, and the receiver's side agrees with it.</summary>
internal static class Deliveries
{
    public static IEnumerable<string> Check(Evidence evidence)
    {
        var copies = evidence.Copies.ToLookup(copy => copy.Recipient);
        foreach (var recipient in evidence.Stored)
        {
            var end = Fates.Of(recipient.Email).End();
            if (recipient.Status != end)
                yield return $"{recipient.Email}: is {recipient.Status} and should have ended as {end}";
            if (recipient.Status == "delivered" && !copies.Contains(recipient.Email))
                yield return $"{recipient.Email}: is delivered and was never received";
        }
        var stored = evidence.Stored.Select(recipient => recipient.Email).ToHashSet();
        foreach (var copy in evidence.Copies)
        {
            if (!stored.Contains(copy.Recipient))
                yield return $"{copy.Recipient}: received and not stored";
            if (copy.Submission != Submission.MarkOf(copy.Recipient))
                yield return $"{copy.Recipient}: received the message of {copy.Submission}";
        }
    }
}
