namespace Actors.Silo.Configuration;

/// <summary>What the Orleans engine needs beside the others; the embedded one opens no ports of its own.</summary>
public sealed record OrleansSettings
{
    [Option(OptionKind.Number, "Port on loopback by which silos of the Orleans engine reach one another. The embedded "
        + "engine needs none.", Min = 1, Max = 65_535)]
    public int SiloPort { get; init; } = 11_111;

    [Option(OptionKind.Number, "Port on loopback for clients of the Orleans engine. The embedded engine needs none.",
        Min = 1, Max = 65_535)]
    public int GatewayPort { get; init; } = 30_000;
}
