using System.Security.Cryptography;
using Actors.Grains.Messages;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Grains.Users;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Silo.Inbound;

/// <summary>Hands what people write to abuse@ and postmaster@ to who runs the platform, as a mail of the platform with
/// the original attached: durable before the sender hears 250.</summary>
/// <remarks>Handed over twice it is still one mail. Bounded by the hour: beyond that senders are asked to come
/// later.</remarks>
public sealed class OperatorLetters(
    IGrainFactory grains, LifecycleOptions options, TimeProvider time, ILogger<OperatorLetters> log)
{
    /// <summary>Letters that are passed on in any hour.</summary>
    public const int LettersMax = 120;

    private static readonly Reply Taken = Reply.Of(250, "2.0.0", "Ok: passed to who runs this platform");
    private static readonly Reply TooMany = Reply.Of(451, "4.7.1", "Too many letters in this hour, come back later");

    private readonly Lock gate = new();
    private readonly HourlyAllowance allowance = new(LettersMax);

    /// <exception cref="StoreUnavailableException">It is not stored.</exception>
    /// <exception cref="TimeoutException">It may be stored.</exception>
    public async Task<Reply> Pass(Letter letter)
    {
        lock (gate)
            if (!allowance.TryTake(time.GetUtcNow()))
                return TooMany;
        var command = OperatorLetterRules.Submission(letter, await grains.Operators(options), options);
        var key = SubmissionKeys.Of(PlatformSender.Tenant, command.Idempotency!.Key);
        switch (await grains.GetGrain<ISubmissionGrain>(key).Submit(command))
        {
            case SubmitResult.Refused { Refusal: var refusal } when refusal.Code.Answer().Retryable:
                throw new StoreUnavailableException(refusal.Detail);
            case SubmitResult.Refused { Refusal: var refusal }:
                log.LogError("a letter to {Desk} cannot be passed on: {Reason}", letter.To, refusal.Detail);
                return Reply.Of(554, "5.3.0", "The message cannot be passed on");
            default:
                return Taken;
        }
    }
}

/// <summary>A mail that somebody wrote to who runs the platform.</summary>
/// <param name="To">The address it came to.</param>
/// <param name="From">MAIL FROM.</param>
/// <param name="Peer">The address of the server that brought it.</param>
/// <param name="Author">From of its header; null where it is no address.</param>
/// <param name="Subject">Decoded, without control characters; empty where there is none.</param>
public sealed record Letter(
    EmailAddress To, ReversePath From, string Peer, Mailbox? Author, string Subject, ReadOnlyMemory<byte> Content)
{
    /// <summary>The same for the same mail to the same address.</summary>
    public string Id => $"{To.Key} {Convert.ToHexStringLower(SHA256.HashData(Content.Span))}";
}
