using System.Net;
using System.Net.Sockets;
using Actors.Mail.Authentication.Lookups;
using Actors.Mail.Authentication.Spf.Records;

namespace Actors.Mail.Authentication.Spf.Checking;

/// <summary>Whether each mechanism matches the client (RFC 7208 §5).</summary>
internal sealed class Mechanisms(
    SpfEvaluation evaluation, SpfSender sender, IDnsLookup dns, Budget budget, CancellationToken cancellation)
{
    public async ValueTask<Match> Match(SpfMechanism mechanism, string domain)
    {
        if (mechanism is SpfMechanism.All)
            return Checking.Match.When(true);
        if (mechanism is SpfMechanism.Network network)
            return Checking.Match.When(PrefixLengths.Agree(network.Address, sender.Client, network.Length));

        var target = await evaluation.Names.Of(mechanism.Target, domain);
        if (target.Trouble is { } trouble)
            return Checking.Match.Failed(trouble);
        return target.Value is null ? Checking.Match.No : mechanism switch
        {
            SpfMechanism.Include => await Include(target.Value),
            SpfMechanism.A a => await A(target.Value, a.Lengths),
            SpfMechanism.Mx mx => await Mx(target.Value, mx.Lengths),
            SpfMechanism.Ptr => await Ptr(target.Value),
            SpfMechanism.Exists => await Exists(target.Value),
            _ => throw new InvalidOperationException($"unknown mechanism {mechanism.GetType().Name}"),
        };
    }

    /// <summary>The table of §5.2.</summary>
    private async ValueTask<Match> Include(string name)
    {
        var outcome = await evaluation.CheckHost(name);
        return outcome.Result switch
        {
            SpfResult.Pass => Checking.Match.When(true),
            SpfResult.Fail or SpfResult.SoftFail or SpfResult.Neutral => Checking.Match.No,
            SpfResult.None => Checking.Match.Failed(
                new SpfOutcome(SpfResult.PermError, $"\"include\" leads to no SPF record: {outcome.Reason}")),
            _ => Checking.Match.Failed(outcome),
        };
    }

    private async ValueTask<Match> A(string name, PrefixLengths lengths)
    {
        var found = await Addresses(name);
        return found.Trouble is { } trouble
            ? Checking.Match.Failed(trouble)
            : Checking.Match.When(found.Records.Any(address => lengths.Agree(address, sender.Client)));
    }

    private async ValueTask<Match> Mx(string name, PrefixLengths lengths)
    {
        var found = budget.Judge(name, await dns.MailExchangers(name, cancellation));
        if (found.Trouble is { } trouble)
            return Checking.Match.Failed(trouble);
        if (found.Records.Count > SpfLimits.MailExchangersMax)
            return Checking.Match.Failed(new SpfOutcome(
                SpfResult.PermError,
                $"{Printable.Of(name)} has more than {SpfLimits.MailExchangersMax} MX records (RFC 7208 §4.6.4)"));
        foreach (var exchanger in found.Records.Where(each => !each.IsNull))
        {
            var match = await A(exchanger.Host, lengths);
            if (match.Is || match.Trouble is not null)
                return match;
        }
        return Checking.Match.No;
    }

    private async ValueTask<Match> Ptr(string name)
    {
        var names = await evaluation.Names.ClientNames.Get();
        return Checking.Match.When(names.Any(each => ClientNames.IsAtOrUnder(each, name)));
    }

    /// <summary>§5.7: always A, also for a client with an IPv6 address.</summary>
    private async ValueTask<Match> Exists(string name)
    {
        var found = budget.Judge(name, await dns.Addresses(name, cancellation));
        return found.Trouble is { } trouble
            ? Checking.Match.Failed(trouble)
            : Checking.Match.When(found.Records.Count > 0);
    }

    private async ValueTask<Asked<IPAddress>> Addresses(string name) => budget.Judge(
        name,
        sender.Client.AddressFamily == AddressFamily.InterNetwork
            ? await dns.Addresses(name, cancellation)
            : await dns.Addresses6(name, cancellation));
}
