namespace Actors.Silo.Configuration;

/// <summary>What comes back: bounces, complaints, and mail to who runs the platform.</summary>
public sealed record InboundSettings
{
    [Option(OptionKind.EndPointOrNone, "Address and port that bounces and complaints arrive at over SMTP (port 25 in "
        + "production, where the MX of the return paths leads). It takes mail for return paths, for abuse@ and "
        + "postmaster@ at their domains and for the feedback addresses, and passes none on. Its certificate is that of "
        + "SMTP submission. Port 0: any free one. Empty: none.")]
    public string Listen { get; init; } = "127.0.0.1:2500";

    [Option(OptionKind.EmailAddresses, "Addresses that are registered with feedback loops of mailbox providers, "
        + "separated by commas: complaints come there. Empty: only those of the return paths.")]
    public string FeedbackAddresses { get; init; } = "";

    [Option(OptionKind.EmailAddress, "Who gets what people write to abuse@, postmaster@ and the feedback addresses, "
        + "and is told of accounts that are warned or blocked. Empty: the operator's users of the role admin; without "
        + "any, operator@sandbox.test (GET /v1/admin/sandbox/messages).")]
    public string Operator { get; init; } = "";

    [Option(OptionKind.Number, "Connections at a time, of all servers together.", Min = 1, Max = 100_000)]
    public int ConnectionsMax { get; init; } = 200;

    [Option(OptionKind.Number, "Connections at a time of one address.", Min = 1, Max = 100_000)]
    public int ConnectionsPerAddressMax { get; init; } = 20;

    [Option(OptionKind.Number, "How long a server may be silent, in seconds. RFC 5321 asks for at least 300.",
        Min = 1, Max = 3_600)]
    public int IdleSeconds { get; init; } = 300;

    [Option(OptionKind.Number, "How long a server may take for one message, in seconds.", Min = 60, Max = 86_400)]
    public int TransactionSeconds { get; init; } = 600;

    [Option(OptionKind.Number, "How long a connection may last in all, in seconds; it is closed between two messages.",
        Min = 60, Max = 604_800)]
    public int SessionSeconds { get; init; } = 3_600;
}
