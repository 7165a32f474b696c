using Actors.Grains.Messages;
using Actors.Mail.Addresses;

namespace Actors.Grains.Contacts;

/// <summary>May this message be sent to you?</summary>
/// <param name="Domain">Of the address: the grain knows it by its hash alone.</param>
/// <param name="List">The list that the message is for; null for none.</param>
/// <param name="Bypass">Counts for transactional messages alone.</param>
[GenerateSerializer, Immutable, Alias("sending-question")]
public sealed record SendingQuestion(DomainName Domain, MailStream Stream, string? List, Bypasses Bypass);

/// <param name="Refusal">Null for yes.</param>
/// <param name="HasRun">There are soft bounces that a delivery makes good: then it has to be told.</param>
[GenerateSerializer, Immutable, Alias("sending-answer")]
public sealed record SendingAnswer(SuppressionReason? Refusal, bool HasRun)
{
    public static SendingAnswer Yes { get; } = new(null, HasRun: false);
}
