using Actors.Grains.SmtpAccounts;

namespace Actors.Api.SmtpAccounts;

/// <param name="Step">resolve, connect, greeting, tls, certificate, login, sender, recipient or content: where it
/// failed, or the last one.</param>
/// <param name="Said">In plain words.</param>
/// <param name="Answer">What the server answered there; absent where it did not.</param>
/// <param name="Transcript">The dialogue, a line each, without passwords.</param>
internal sealed record CheckBody(
    DateTimeOffset At, bool Passed, string Step, string Said, string? Answer, IReadOnlyList<string>? Transcript)
{
    public static CheckBody? Of(AccountCheck? check) =>
        check is null ? null : new CheckBody(check.At, check.Passed, check.Step, check.Said, check.Answer, null);

    public static CheckBody Of(CheckResult result) =>
        Of(result.Check)! with
        {
            Transcript = result.Transcript.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        };
}
