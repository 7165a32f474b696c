using Actors.Api.Hosting;
using Actors.Mail.Addresses;

namespace Actors.Api.Templates;

/// <summary>Whom a test message may go to: only who has proved the address, and so has agreed.</summary>
internal static class TestRecipients
{
    public static Task<bool> May(Call call, EmailAddress to) =>
        Task.FromResult(call.Caller.VerifiedAddress?.Key == to.Key);
}
