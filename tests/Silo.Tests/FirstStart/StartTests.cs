using System.Diagnostics;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.FirstStart;

/// <summary>The program as a process, from start to signal.</summary>
public sealed class StartTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task a_term_signal_ends_it_in_order_and_with_0()
    {
        await using var program = new SiloProcess(folder);
        await program.Said("v1/sandbox/messages");
        using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
        (await program.Ended()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task a_second_one_on_the_same_data_is_refused_and_the_first_goes_on()
    {
        await using var first = new SiloProcess(folder);
        await first.Said("v1/sandbox/messages");
        await using var second = new SiloProcess(folder);
        var (code, error) = await second.Ended();
        code.ShouldBe(2);
        error.ShouldContain("this process alone");
        first.HasEnded.ShouldBeFalse();
    }

    [Fact]
    public async Task secrets_are_shown_at_the_first_start_only()
    {
        await using (var first = new SiloProcess(folder))
            await first.Said("v1/sandbox/messages");
        await using var second = new SiloProcess(folder);
        (await second.Said("./run doctor")).ShouldNotContain("ak_");
    }
}
