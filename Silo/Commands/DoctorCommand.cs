using System.CommandLine;
using Actors.Dns;
using Actors.Silo.Configuration;
using Actors.Silo.Doctor;

namespace Actors.Silo.Commands;

/// <summary>Checks this machine for running the server, and for sending real mail from it.</summary>
internal static class DoctorCommand
{
    private static readonly Option<string> OutboundHost = new("--outbound-host")
    {
        Description = "A host on the internet that takes mail on port 25.",
        HelpName = "name",
        DefaultValueFactory = _ => "gmail-smtp-in.l.google.com",
    };

    public static Command Make(Surroundings surroundings)
    {
        var command = new Command("doctor", "Check ports, disk, certificate, clock, DNS, PTR and outbound port 25.")
            { OutboundHost };
        surroundings.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var read = surroundings.Read(parsed);
            var options = new ResolverOptions
            {
                Servers = read.Settings.Delivery.Servers(),
                TotalTimeout = TimeSpan.FromSeconds(5),
                Rounds = 1,
            };
            using var resolver = new StubResolver(options, TimeProvider.System, new SecureRandom());
            var patient = new Patient(read, resolver, parsed.GetValue(OutboundHost)!, TimeProvider.System);
            return await Report(patient, surroundings.Output);
        });
        return command;
    }

    /// <returns>The exit code: 1 when anything failed.</returns>
    private static async Task<int> Report(Patient patient, TextWriter output)
    {
        var worst = Verdict.Ok;
        await foreach (var finding in Examination.Run(patient))
        {
            worst = finding.Verdict > worst ? finding.Verdict : worst;
            await output.WriteLineAsync(
                $"{finding.Verdict.ToString().ToLowerInvariant(),-4}  {finding.Subject}: {finding.Text}");
            if (finding.Remedy is { } remedy)
                await output.WriteLineAsync($"      {remedy}");
        }
        return worst == Verdict.Fail ? 1 : 0;
    }
}
