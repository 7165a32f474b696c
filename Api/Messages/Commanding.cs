using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Messages;

/// <summary>Asks something of a message: of one recipient, or of all of them.</summary>
internal static class Commanding
{
    /// <summary>Recipients that are asked at the same time.</summary>
    private const int Concurrency = 50;

    public const string Description =
        "For an id `msg_...` each recipient is asked, and each has a result of its own; the answer is a 409 where it " +
        "could be done for none. For `rcp_...` that recipient alone is asked. Repeating it is safe.";

    public static async Task<IResult> Apply(Call call, MessageCommand command)
    {
        var id = call.Segment("id");
        var messages = await Find(call, id);
        var results = new CommandResult[messages.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, messages.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency },
            async (i, _) => results[i] = await Ask(call, messages[i], command));
        return results.All(result => result == CommandResult.NotFound)
            ? Problem.NotFound
            : Answer(id, messages, results);
    }

    public static Task<CommandResult> Ask(Call call, MessageId message, MessageCommand command) =>
        call.Grains.GetGrain<IMessageGrain>(new MessageKey(call.Tenant, message).ToString()).Apply(command);

    public static string NameOf(CommandResult result) => result switch
    {
        CommandResult.Done => "done",
        CommandResult.NothingToDo => "nothing_to_do",
        _ => TypeOf(result).Code,
    };

    private static async Task<MessageId[]> Find(Call call, string id)
    {
        if (MessageId.TryParse(id, out var message))
            return !call.Caller.IsForSomeAccounts || await OwnMessages.Find(call, message) is not null ? [message] : [];
        if (!SubmissionId.TryParse(id, out var submission))
            return [];
        var found = await OwnMessages.Find(call, submission);
        return found is null ? [] : [.. found.Messages.Select(recipient => recipient.Id)];
    }

    private static IResult Answer(string id, MessageId[] messages, CommandResult[] results)
    {
        var outcomes = new CommandOutcome[messages.Length];
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = new CommandOutcome(messages[i].ToString(), NameOf(results[i]));
        return Array.Exists(results, IsFine)
            ? Call.Ok(new CommandBody(id, outcomes), ApiJson.Wire.CommandBody)
            : Refuse(results[0])!;
    }

    /// <returns>Null where it was done, or was so already.</returns>
    public static Problem? Refuse(CommandResult result) =>
        IsFine(result) ? null : result == CommandResult.NotFound ? Problem.NotFound
        : new Problem(TypeOf(result), TypeOf(result).Meaning);

    private static bool IsFine(CommandResult result) => result is CommandResult.Done or CommandResult.NothingToDo;

    private static ProblemType TypeOf(CommandResult result) => result switch
    {
        CommandResult.NotFound => ProblemTypes.NotFound,
        CommandResult.Ended => ProblemTypes.MessageEnded,
        CommandResult.OnTheWire => ProblemTypes.OnTheWire,
        CommandResult.NotHeld => ProblemTypes.NotHeld,
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };
}
