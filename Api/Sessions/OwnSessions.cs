using Actors.Api.Hosting;
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

    /// <summary>Those that are not over.</summary>
    public static async Task<IReadOnlyList<SessionView>> List(Call call)
    {
        var entries = await Person(call).Sessions(call.Caller.Session!.Entry.Membership);
        var views = await Task.WhenAll(
            entries.Select(entry => call.Grains.GetGrain<ISessionGrain>(entry.Hash).Find()));
        return [.. views.OfType<SessionView>()];
    }
}
