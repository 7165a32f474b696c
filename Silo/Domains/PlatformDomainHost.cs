using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;

namespace Actors.Silo.Domains;

/// <summary>Keeps domains for the platform's own names, so that mail from there is signed like any other.</summary>
public sealed class PlatformDomainHost(
    IGrainFactory grains, DomainOptions options, ILogger<PlatformDomainHost> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var domain in new[] { options.Zone, options.WhiteLabel })
        {
            if (domain is null)
                continue;
            try
            {
                var kept = await grains
                    .GetGrain<IDomainGrain>(new DomainKey(PlatformSender.Tenant, domain).ToString())
                    .Register(new DomainDraft());
                if (domain.Equals(options.WhiteLabel) && kept.Value is { Status: not DomainStatus.Verified })
                    log.LogWarning(
                        "the white-label domain {Domain} is not verified: mail of tenants that leave by it is unsigned "
                        + "until its records are found",
                        domain);
            }
            catch (Exception fault)
            {
                log.LogError(fault, "{Domain} is not kept as a domain of the platform until the next start", domain);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
