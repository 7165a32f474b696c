using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Queries;

namespace Actors.Grains.Ports;

/// <summary>Answers readers' questions from the tables; see <see cref="IMessageQueryGrain"/> for what each
/// means.</summary>
public interface IMessageReader
{
    Task<SubmissionView?> Submission(TenantId tenant, SubmissionId id);

    Task<MessageView?> Message(TenantId tenant, MessageId id);

    Task<MessagePage> Search(TenantId tenant, MessageSearch search);

    Task<ImmutableArray<MessageId>> Queued(TenantId tenant, AccountId account, int limit);

    Task<HeldPage> Held(HeldSearch search);
}
