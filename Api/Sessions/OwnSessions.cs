using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.People;
using Actors.Grains.Sessions;

namespace Actors.Api.Sessions;

/// <summary>The sessions of the user who asks, in the tenant it is logged in to.</summary>
internal static class OwnSessions
{
    public static IPersonGrain Person(Call call) =>
        call.Grains.GetGrain<IPersonGrain>(call.Caller.Session!.Person);

    public static Task<bool> End(Call call, string id) =>
        Person(call).EndSession(call.Caller.Session!.Entry.Membership, id);

    /// <summary>Who finds an open browser is not its user yet.</summary>
    /// <returns>Null when it is the password in force; a wrong one counts as in a log-in.</returns>
    public static async Task<Problem?> RefuseWithout(Call call, string password)
    {
        if (await LogInNetwork.Take(call) is { } slower)
            return slower;
        var person = Person(call);
        if (await call.Gateway.Passwords.Check(password, await person.Salt()) is not { } hash)
            return LogInNetwork.Busy;
        if (await person.Check(hash) is null)
            return LogIn.Wrong;
        LogInNetwork.GiveBack(call);
        return null;
    }

    /// <summary>Those that are not over.</summary>
    public static async Task<IReadOnlyList<SessionView>> List(Call call)
    {
        var entries = await Person(call).Sessions(call.Caller.Session!.Entry.Membership);
        var views = await Task.WhenAll(
            entries.Select(entry => call.Grains.GetGrain<ISessionGrain>(entry.Hash).Find()));
        return [.. views.OfType<SessionView>()];
    }
}
