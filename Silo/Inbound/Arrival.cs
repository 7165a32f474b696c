using Actors.Mail.Reports;

namespace Actors.Silo.Inbound;

/// <summary>What a mail means to the one recipient it came to: a closed set.</summary>
public abstract record Arrival
{
    private Arrival()
    {
    }

    /// <summary>The message was taken and could not be delivered after all.</summary>
    public sealed record Failed(ReportedRecipient Failure) : Arrival;

    /// <summary>The recipient complained.</summary>
    /// <param name="Type">Such as <c>abuse</c> (RFC 5965 §7.3).</param>
    public sealed record Complained(string Type) : Arrival;

    /// <summary>It changes nothing, and nobody has to see it.</summary>
    /// <param name="Reason">For the log.</param>
    public sealed record Nothing(string Reason) : Arrival;

    /// <summary>No report: somebody wrote it.</summary>
    public sealed record Letter : Arrival;
}
