using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>The tenant's own switch of an account.</summary>
internal static class Switching
{
    public const string Description =
        "Repeating it changes nothing. An operator's block is another matter, and stays.";

    public static async Task<IResult> Switch(Call call, bool on) => await AccountPath.Find(call) is { } account
        ? Call.Answer(await account.Switch(on), SmtpAccountBody.Of, ApiJson.Wire.SmtpAccountBody)
        : Problem.NotFound;
}
