using Actors.Api.Access;
using Actors.Api.Access.Passwords;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sessions;

/// <summary>Sets another password; every other session ends.</summary>
internal sealed class ChangePassword : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/session/password", Audience.User, "changePassword", LogIn.Tag, "Change one's password")
    {
        Description = "The password is the person's in every tenant. All sessions but the one that asks end.",
        Request = typeof(ChangePasswordRequest),
        Outcomes = [new(204, "Changed.")],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidCredentials, ProblemTypes.NotAllowed,
            ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField, ProblemTypes.TooManyAttempts,
        ],
        Examples =
        [
            new(
                "password", "Another password",
                """{"present": "correct horse battery staple", "next": "four other words instead"}""", 204),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var present = fields.Text("present", PasswordRules.LengthMax);
        var next = fields.Text("next", PasswordRules.LengthMax);
        if (next.Length > 0 && PasswordRules.Refuse(next, call.Caller.VerifiedAddress) is var (code, detail))
            fields.Error<string>("next", code, detail);
        if (fields.Problem() is { } problem)
            return problem;
        if (await LogInNetwork.Take(call) is { } slower)
            return slower;
        var person = OwnSessions.Person(call);
        if (await call.Gateway.Passwords.Check(present, await person.Salt()) is not { } hash
            || await call.Gateway.Passwords.Hash(next) is not { } stored)
            return LogInNetwork.Busy;
        if (!await person.ChangePassword(hash, stored, call.Caller.Session!.Entry.Hash))
            return LogIn.Wrong;
        LogInNetwork.GiveBack(call);
        return Call.NoContent;
    }
}

/// <param name="Present">The one that is in force.</param>
/// <param name="Next">12 to 256 characters.</param>
internal sealed record ChangePasswordRequest(string Present, string Next);
