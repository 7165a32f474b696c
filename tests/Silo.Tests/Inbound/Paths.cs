using Actors.Grains.Ids;
using Actors.Mail.Addresses;
using Actors.Mail.Reports.ReturnPaths;
using Actors.Silo.Delivery;
using Actors.Silo.FirstStart;
using Actors.Silo.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Silo.Tests.Inbound;

/// <summary>Return paths as the server makes them.</summary>
internal static class Paths
{
    /// <param name="host">Null for the sandbox'.</param>
    public static string Of(RunningSilo silo, MessageId message, string recipient, string? host = null)
    {
        var paths = silo.Services.GetRequiredService<ReturnPaths>();
        var subject = new ReturnPathSubject(
            Beginning.Tenant.Value, SortableId.ToBits(message.Submission.Value), message.Recipient,
            ReturnPaths.ContactOf(EmailAddress.Parse(recipient)), ReturnPathToken.OctetOf("acc_demo"));
        return $"{ReturnPathToken.Make(paths.Keys!, subject)}@{host ?? paths.Sandbox!.Ascii}";
    }

    /// <summary>Of a message that is not stored any more.</summary>
    public static MessageId Erased(byte number) => new(
        SubmissionId.Create(TimeProvider.System.GetUtcNow(), [number, 0, 0, 0, 0, 0, 0, 0, 0, 1]), 0);
}
