using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Queries;

[StatelessWorker]
public sealed class MessageQueryGrain(IMessageReader messages, IEventReader events) : Grain, IMessageQueryGrain
{
    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public Task<SubmissionView?> Submission(SubmissionId id) => messages.Submission(Tenant, id);

    public Task<MessageView?> Message(MessageId id) => messages.Message(Tenant, id);

    public Task<MessagePage> Search(MessageSearch search) => messages.Search(Tenant, search);

    public Task<long> OldestEvent() => events.Oldest(Tenant);

    public Task<ImmutableArray<MessageId>> Queued(AccountId account, int limit) =>
        messages.Queued(Tenant, account, limit);

    public Task<EventPage?> Events(long after, int limit) => events.Read(Tenant, after, limit);
}
