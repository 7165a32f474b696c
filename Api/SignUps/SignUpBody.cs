using System.Text.Json;
using Actors.Api.Problems;
using Actors.Grains.Links;
using Actors.Grains.SignUps;

namespace Actors.Api.SignUps;

/// <param name="Status">waiting, confirmed or expired.</param>
/// <param name="Message">sent, waiting, refused (and tried again) or given_up.</param>
/// <param name="Refusal">Why the message was refused; absent where it was not.</param>
/// <param name="NextTryAt">When it is tried again; absent where it is not.</param>
/// <param name="ConfirmedAt">Absent until then.</param>
/// <param name="Source">Where it was asked for; absent for unknown.</param>
internal sealed record SignUpBody(
    string Status, string Message, SignUpRefusalBody? Refusal, DateTimeOffset? NextTryAt, DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt, DateTimeOffset? ConfirmedAt, IReadOnlyList<string> Lists, string? Source)
{
    public static SignUpBody Of(SignUpView view) => new(
        view.Standing switch
        {
            LinkStanding.Used => "confirmed",
            LinkStanding.Expired => "expired",
            _ => "waiting",
        },
        JsonNamingPolicy.SnakeCaseLower.ConvertName(view.Message.ToString()),
        view.Refusal is { } refusal ? new SignUpRefusalBody(ProblemType.Of(refusal.Code).Code, refusal.Detail) : null,
        view.NextTryAt, view.AskedAt, view.LinkExpiresAt, view.ConfirmedAt, view.Lists, view.Source);
}

/// <param name="Code">As a send would be refused with, such as allowance_exhausted.</param>
internal sealed record SignUpRefusalBody(string Code, string Detail);
