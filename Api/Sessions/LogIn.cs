using System.Collections.Immutable;
using Actors.Api.Access;
using Actors.Api.Access.Passwords;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Grains.People;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sessions;

/// <summary>Opens a session for a user.</summary>
internal sealed class LogIn : IEndpoint
{
    public const string Tag = "Session";

    /// <summary>The same for every reason, so that nothing can be learned by trying.</summary>
    public static Problem Wrong { get; } = new(
        ProblemTypes.InvalidCredentials,
        "Address, password or tenant is wrong; or the password was wrong too often: then wait a quarter of an hour.");

    public static Operation Operation { get; } = new(
        "POST", "/v1/session", Audience.Public, "logIn", Tag, "Log in")
    {
        Description =
            """
            Sets the cookie of a session (`HttpOnly`, `SameSite=Strict`, with https `Secure` and `__Host-`). Who is a
            user of several tenants and names none gets the list to choose from, and repeats the request with one. A
            wrong address, a wrong password and a user that is locked out are answered the same.
            """,
        Request = typeof(LogInRequest),
        Outcomes = [new(200, "A session, or the tenants to choose from.", typeof(OpenedBody))],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidCredentials, ProblemTypes.NotAllowed,
            ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField, ProblemTypes.TooManyAttempts,
            ProblemTypes.InternalError, ProblemTypes.StoreUnavailable, ProblemTypes.OutcomeUnknown,
        ],
        Examples =
        [
            new("unknown", "Answered like a wrong password",
                """{"email": "ann@example.org", "password": "correct horse battery", "tenant": "flowers"}""", 401),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (SameSite.IsForeign(call.Http.Request, call.Gateway.PublicUrl))
            return new Problem(ProblemTypes.NotAllowed, "The request comes from another site.");
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var address = fields.Address("email");
        var password = fields.Text("password", PasswordRules.LengthMax);
        var tenant = fields.TextOrNull("tenant", TenantId.LengthMax);
        if (fields.Problem() is { } problem)
            return problem;
        if (await LogInNetwork.Take(call) is { } slower)
            return slower;
        return await Check(call, address!.Key, password) switch
        {
            null => Wrong,
            { Busy: { } busy } => busy,
            var (memberships, hash, _) => await Opening.Open(call, address.Key, hash, memberships, tenant),
        };
    }

    /// <summary>The same steps for everybody: nothing that takes time depends on whether the person exists, and what
    /// is written afterwards keeps nobody waiting.</summary>
    private static async Task<(ImmutableArray<Membership> Memberships, byte[] Hash, Problem? Busy)?> Check(
        Call call, string key, string password)
    {
        var person = call.Grains.GetGrain<IPersonGrain>(key);
        var salt = await person.Salt();
        if (await call.Gateway.Passwords.Check(password, salt) is not { } hash)
            return ([], [], LogInNetwork.Busy);
        if (await person.Check(hash) is not { } memberships)
            return null;
        LogInNetwork.GiveBack(call);
        if (salt is not null && call.Gateway.Passwords.IsOutdated(salt)
            && await call.Gateway.Passwords.Hash(password) is { } stronger)
        {
            await person.Rehash(hash, stronger);
            hash = stronger.Hash;
        }

        return (memberships, hash, null);
    }
}

/// <param name="Tenant">Which one, for a user of several.</param>
internal sealed record LogInRequest(string Email, string Password, string? Tenant);
