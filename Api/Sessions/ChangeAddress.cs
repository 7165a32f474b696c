using Actors.Api.Access;
using Actors.Api.Access.Passwords;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sessions;

/// <summary>Asks another address to prove itself; then the user logs in with that one.</summary>
internal sealed class ChangeAddress : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/session/email", Audience.User, "changeAddress", LogIn.Tag, "Change one's e-mail address")
    {
        Description =
            "Asks for the password in force. A mail with a link goes to the new address; nothing changes before its "
            + "button is pressed.",
        Request = typeof(ChangeAddressRequest),
        Outcomes = [new(202, "The mail is on its way.")],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidCredentials, ProblemTypes.NotAllowed, ProblemTypes.NotFound,
            ProblemTypes.AlreadyExists, ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField,
            ProblemTypes.TooManyAttempts,
        ],
        Examples =
        [
            new(
                "address", "A new address",
                """{"email": "ann.new@example.org", "password": "correct horse battery staple"}""", 202),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var address = fields.Address("email");
        var password = fields.Text("password", PasswordRules.LengthMax);
        if (fields.Problem() is { } problem)
            return problem;
        if (await OwnSessions.RefuseWithout(call, password) is { } wrong)
            return wrong;
        var users = call.Grains.GetGrain<ITenantUsersGrain>(call.Tenant.Value);
        return await users.ChangeAddress(call.Caller.User!, address!) is { } refusal
            ? Problem.Of(refusal)
            : Results.Accepted();
    }
}

/// <param name="Password">The one that is in force.</param>
internal sealed record ChangeAddressRequest(string Email, string Password);
