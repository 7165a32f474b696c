using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Platform;

namespace Actors.Silo.FirstStart;

/// <summary>The operator's key: there is one, and a new one ends the old.</summary>
public static class OperatorKeys
{
    private const string Prefix = "op_";

    /// <returns>The new key; only its hash is kept.</returns>
    public static async Task<string> Replace(IPlatformGrain platform, IIdSource chance)
    {
        var key = Secret.Generate(Prefix, chance);
        await platform.SetOperatorKey(Secret.Hash(key));
        return key;
    }
}
