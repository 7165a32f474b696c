using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Senders;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Grains.Tests.World;

/// <summary>What the grains of senders need of their process.</summary>
internal static class Sending
{
    public static void AddSenders(this IServiceCollection services)
    {
        services.AddSingleton<SenderDomains>();
        services.AddSingleton<AuthorProof>();
        services.AddSingleton<SenderNames>();
        services.AddSingleton<ISenderDirectory, NoCopies>();
    }

    /// <summary>Nothing is remembered that could be out of date.</summary>
    private sealed class NoCopies : ISenderDirectory
    {
        public void Forget(SenderKey sender) { }

        public ValueTask<bool> CanSign(SenderKey sender) => new(true);
    }
}
