using System.Net;
using System.Net.Sockets;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Sessions;

namespace Actors.Api.Sessions;

/// <summary>Slows a network down that guesses, whatever it guesses.</summary>
internal static class LogInNetwork
{
    private const int IPv6Prefix = 64;

    public static Problem Busy { get; } = new(
        ProblemTypes.TooManyAttempts, "Too many are logging in just now. Try again in a moment.")
    {
        RetryAfterSeconds = 5,
    };

    /// <returns>Null when the attempt may be made.</returns>
    public static async Task<Problem?> Take(Call call)
    {
        var wait = await Grain(call).Take();
        return wait <= TimeSpan.Zero ? null : new Problem(
            ProblemTypes.TooManyAttempts, "There were too many attempts from this network.")
        {
            RetryAfterSeconds = (int)Math.Ceiling(wait.TotalSeconds),
        };
    }

    public static void GiveBack(Call call) => _ = Grain(call).GiveBack();

    private static ILogInNetworkGrain Grain(Call call) =>
        call.Grains.GetGrain<ILogInNetworkGrain>(KeyOf(call.Gateway.Clients.Of(call.Http)));

    /// <summary>Whoever has an IPv6 address has a /64 of them.</summary>
    internal static string KeyOf(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
            return address?.ToString() ?? "unknown";
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(IPv6Prefix / 8).Clear();
        return new IPAddress(bytes).ToString();
    }
}
