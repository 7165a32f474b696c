using Actors.Api.Hosting;
using Actors.Grains.Ids;
using Actors.Grains.Queries;

namespace Actors.Api.Messages;

/// <summary>The tenant's messages, as far as the caller may see them: for a key for some SMTP accounts, theirs
/// alone.</summary>
internal static class OwnMessages
{
    public static IMessageQueryGrain Query(Call call) => call.Grains.GetGrain<IMessageQueryGrain>(call.Tenant.Value);

    public static async Task<SubmissionView?> Find(Call call, SubmissionId id) =>
        await Query(call).Submission(id) is { } found && call.Caller.MayUse(found.Account) ? found : null;

    public static async Task<MessageView?> Find(Call call, MessageId id) =>
        await Query(call).Message(id) is { } found && call.Caller.MayUse(found.Account) ? found : null;

    /// <returns>Those of the events that the caller may see.</returns>
    public static async Task<IReadOnlyList<EventView>> Visible(Call call, IReadOnlyList<EventView> events)
    {
        if (!call.Caller.IsForSomeAccounts)
            return events;
        var messages = events.Select(happened => happened.Message).Distinct().ToList();
        var found = await Task.WhenAll(messages.Select(message => Find(call, message)));
        var visible = found.OfType<MessageView>().Select(message => message.Id).ToHashSet();
        return [.. events.Where(happened => visible.Contains(happened.Message))];
    }
}
