namespace Actors.Silo.Configuration;

/// <summary>Everything that can be set from outside, in one tree. Its values are checked before anything
/// starts.</summary>
public sealed record SiloSettings
{
    [Option(OptionKind.Folder, "Folder of the database, contents, certificates and keys; created where there is none. "
        + "On a local disk: file locks and fsync of network file systems cannot be trusted.")]
    public string Data { get; init; } = "data";

    [Option(OptionKind.HostName, "The name this server gives itself in greetings, EHLO and trace headers. In "
        + "production the name that the IP address it sends from resolves back to.")]
    public string HostName { get; init; } = "localhost";

    [Option(OptionKind.Number, "How long stopping waits for dialogues under way, in seconds.", Max = 600)]
    public int DrainSeconds { get; init; } = 30;

    [Option(OptionKind.Number,
        "Days that ended messages, their contents and their events are kept at most; a plan may say less.",
        Min = 1, Max = 3_650)]
    public int RetentionDays { get; init; } = 30;

    [Option(OptionKind.LogLevel, "The least that is logged, to standard error: trace, debug, information, warning, "
        + "error, critical or none.")]
    public string LogLevel { get; init; } = "information";

    public HttpSettings Http { get; init; } = new();

    public SubmissionSettings Submission { get; init; } = new();

    public InboundSettings Inbound { get; init; } = new();

    public ContactSettings Contacts { get; init; } = new();

    public DeliverySettings Delivery { get; init; } = new();

    public OwnMailSettings Platform { get; init; } = new();

    public DomainSettings Domains { get; init; } = new();

    public DkimSettings Dkim { get; init; } = new();

    public SmimeSettings Smime { get; init; } = new();

    public OrleansSettings Orleans { get; init; } = new();

    public SecretSettings Secrets { get; init; } = new();
}
