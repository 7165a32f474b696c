namespace Actors.Mail.Authentication.Domains.Records;

/// <summary>How a record that a customer publishes stands. Stored as the number: only append.</summary>
public enum RecordState
{
    /// <summary>Not looked at yet, or DNS gave no answer: it counts for nothing.</summary>
    Unknown = 0,

    Found = 1,

    Missing = 2,

    /// <summary>Something else is there.</summary>
    Wrong = 3,
}
