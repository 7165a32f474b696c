using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Inbound;

/// <summary>The sandbox addresses that report back, by way of the inbound listener.</summary>
public sealed class SandboxReportTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task what_the_sandbox_reports_comes_back_as_the_worlds_reports_do()
    {
        await using var silo = await RunningSilo.Start(
            folder.Data, settings => settings with { Inbound = new() { Listen = "127.0.0.1:0" } });
        var desk = await TenantDesk.Open(silo);

        var complaint = await desk.Send("complaint@sandbox.test");
        var bounce = await desk.Send("late-bounce+1@sandbox.test");
        await desk.Happened("message.complained", complaint);
        await desk.Happened("message.late_bounced", bounce);
        await desk.Happened("message.delivered", complaint);
        await desk.Happened("message.delivered", bounce);
    }

    [Theory]
    [InlineData("complaint")]
    [InlineData("late-bounce")]
    public async Task without_the_listener_the_address_says_so(string localPart)
    {
        await using var silo = await RunningSilo.Start(folder.Data);
        var desk = await TenantDesk.Open(silo);
        var message = await desk.Send($"{localPart}@sandbox.test");
        await desk.Happened("message.bounced", message);
        (await desk.Types(message)).ShouldNotContain("message.delivered");
    }
}
