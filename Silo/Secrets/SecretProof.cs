using System.Text;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Silo.Commands;

namespace Actors.Silo.Secrets;

/// <summary>Refuses to start with other keys than those the secrets in the database were sealed with: better no
/// start than mail that goes out unsigned, and passwords asked for anew.</summary>
public sealed class SecretProof(IGrainFactory grains, ISecretBox secrets) : IHostedService
{
    private const string Purpose = "platform/proof";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var platform = grains.GetGrain<IPlatformGrain>(PlatformKey.Value);
        if (await platform.SecretProof() is not { } proof)
            await platform.SetSecretProof(secrets.Seal(Purpose, Encoding.ASCII.GetBytes(Purpose)));
        else if (secrets.Open(Purpose, proof) is null)
            throw new CommandException(
                $"The keys in {SecretKeyFile.Name} or in Secrets:Key are not those that sealed the secrets in the "
                + "database. Put back the copy of them, and start again.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
