using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Sessions;
using Actors.Grains.People;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Passwords;

/// <summary>Sends a link to set a new password, and does not say whether to anybody.</summary>
internal sealed class RequestPasswordReset : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/password-resets", Audience.Public, "requestPasswordReset", LogIn.Tag, "Forgot the password")
    {
        Description =
            """
            If the address is a user's, a mail with a link goes there that holds for an hour. The answer is the same for
            every address, and is given before anything is looked up.
            """,
        Request = typeof(PasswordResetRequest),
        Outcomes = [new(202, "Taken.")],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField,
            ProblemTypes.TooManyAttempts, ProblemTypes.InternalError, ProblemTypes.OutcomeUnknown,
        ],
        Examples = [new("forgotten", "Whoever it is", """{"email": "ann@example.org"}""", 202)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var address = fields.Address("email");
        if (fields.Problem() is { } problem)
            return problem;
        if (await LogInNetwork.Take(call) is { } slower)
            return slower;
        _ = call.Grains.GetGrain<IPersonGrain>(address!.Key).RequestReset(); // the answer knows nothing of it
        return Results.Accepted();
    }
}

internal sealed record PasswordResetRequest(string Email);
