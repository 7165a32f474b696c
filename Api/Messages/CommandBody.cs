namespace Actors.Api.Messages;

/// <summary>What became of a command.</summary>
/// <param name="Id">msg_... or rcp_..., as asked.</param>
internal sealed record CommandBody(string Id, IReadOnlyList<CommandOutcome> Results);

/// <param name="Id">rcp_...</param>
/// <param name="Result">done, nothing_to_do, message_ended, on_the_wire or not_held.</param>
internal sealed record CommandOutcome(string Id, string Result);
