using Actors.Grains.Messages;
using Actors.Grains.PlatformMails;
using Actors.Grains.Submissions;

namespace Actors.Grains.Tests.Embedded.World;

/// <summary>Reads the mails that the platform sent.</summary>
internal static class PlatformLetters
{
    /// <param name="to">Whom they went to; null for all.</param>
    /// <returns>Their subjects, in the order they were submitted.</returns>
    public static string[] Letters(this GrainWorld world, string? to = null) =>
    [
        .. world.Store.Events
            .Where(one => one.Message.Tenant == PlatformSender.Tenant && one.Event is MessageEvent.Accepted)
            .Where(one => to is null || world.Store[one.Message].Recipient.ToString() == to)
            .Select(one => SubjectOf(world, one.Message.Message.Submission)),
    ];

    private static string SubjectOf(GrainWorld world, Ids.SubmissionId submission)
    {
        var stored = world.Run(world.Store.Read(PlatformSender.Tenant, submission).AsTask()).ShouldNotBeNull();
        return ((MailSource.Parts)stored.Source).Mail.Subject;
    }
}
