using Actors.Mail.Replies;

namespace Actors.Grains.Messages;

/// <summary>What is heard of a message after its delivery, or beside it: a closed set.</summary>
[GenerateSerializer, Immutable, Alias("late-report")]
public abstract record LateReport
{
    private LateReport() { }

    /// <summary>Its reader reported it as spam (RFC 5965).</summary>
    /// <param name="FeedbackType">Such as <c>abuse</c>; null where the report does not say.</param>
    [GenerateSerializer, Immutable, Alias("late-report-complaint")]
    public sealed record Complaint(string? FeedbackType) : LateReport;

    /// <summary>A server that took it says that it could not deliver it (RFC 3464).</summary>
    /// <param name="Host">Of the server that gave up; null where the report does not say.</param>
    [GenerateSerializer, Immutable, Alias("late-report-bounce")]
    public sealed record Bounce(Reply Reply, Verdict Verdict, string? Host) : LateReport;

    /// <summary>Its reader wants no more.</summary>
    /// <param name="List">Null for all lists.</param>
    [GenerateSerializer, Immutable, Alias("late-report-unsubscribe")]
    public sealed record Unsubscribe(string? List) : LateReport;
}
