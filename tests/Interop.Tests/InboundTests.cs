using System.Diagnostics;
using Actors.Interop.Tests.Lab;
using Actors.Testing;

namespace Actors.Interop.Tests;

/// <summary>What other people's programs send back, or try to send through.</summary>
[Collection(LabCollection.Name)]
public sealed class InboundTests(InteropLab lab) : IAsyncLifetime
{
    private const string Listen = Addresses.Silo + ":25";
    private DirectoryInfo? folder;
    private SiloProgram? silo;

    public async Task InitializeAsync()
    {
        if (new LabFactAttribute().Skip is not null)
            return;
        folder = Directory.CreateTempSubdirectory(lab.Network.Name + "-");
        silo = await SiloProgram.Start(lab.Network, folder.FullName, lab.Key, lab.Certificate, Listen);
        await silo.Client.AddSender(NameServer.Zone);
        await silo.Client.SetLiveDelivery(true);
    }

    public Task DisposeAsync()
    {
        silo?.Dispose();
        folder?.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [LabFact]
    public async Task a_bounce_of_postfix_after_it_had_taken_the_message_shows_at_the_message()
    {
        var id = await silo!.Client.Send(Mails.To(Mails.At("late", "closed")));
        var bounced = (await silo.Client.Happened("message.late_bounced", id)).ToJsonString();
        bounced.ShouldContain("5.1.1");
        bounced.ShouldContain("the mailbox was closed meanwhile");
        (await silo.Client.One(id, "delivered")).Text("status").ShouldBe("delivered");
    }

    [SwaksFact]
    public async Task swaks_is_refused_when_it_tries_to_relay()
    {
        (await Refused(Mails.At("plain", "victim"))).ShouldContain("<** 550 5.7.1 Relaying denied");
        (await Refused($"victim%{NameServer.Zone}@{NameServer.ReturnPaths}")).ShouldContain("<** 5");
        (await Refused($"nobody@{NameServer.ReturnPaths}")).ShouldContain("<** 550 5.1.1");
        lab.Mail.AllFor(Mails.At("plain", "victim")).ShouldBeEmpty();
    }

    /// <returns>The dialogue, which ends at RCPT.</returns>
    private async Task<string> Refused(string recipient)
    {
        var start = lab.Network.Inside(
            "swaks", "--server", Addresses.Silo, "--port", "25", "--from", Mails.From, "--to", recipient);
        start.RedirectStandardOutput = true;
        start.Environment["SWAKS_OPT_timeout"] = $"{Patience.Max.TotalSeconds}";
        using var swaks = Process.Start(start)!;
        var said = await swaks.StandardOutput.ReadToEndAsync();
        await swaks.WaitForExitAsync();
        swaks.ExitCode.ShouldBe(24, said); // no recipient was accepted
        return said;
    }

    private sealed class SwaksFactAttribute : LabFactAttribute
    {
        public SwaksFactAttribute()
        {
            if (Find("swaks") is null)
                Skip ??= "needs the program swaks on PATH";
        }
    }
}
