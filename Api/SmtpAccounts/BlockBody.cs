using System.Text.Json;
using Actors.Grains.SmtpAccounts;

namespace Actors.Api.SmtpAccounts;

/// <param name="Cause">account for its own rates, tenant for those of all accounts together.</param>
internal sealed record BlockBody(string Cause, DateTimeOffset At, string Reason)
{
    public static BlockBody Of(AccountBlock block) =>
        new(JsonNamingPolicy.SnakeCaseLower.ConvertName(block.Cause.ToString()), block.At, block.Reason);
}
