namespace Actors.Mail.Authentication.Domains.Records;

/// <summary>What a record that a customer publishes is for. Stored as the number: only append.</summary>
public enum RecordPurpose
{
    /// <summary>The first of the two selectors that take turns; proves that the domain is the customer's.</summary>
    DkimFirst = 0,

    /// <summary>The second of them.</summary>
    DkimSecond = 1,

    /// <summary>The host of MAIL FROM.</summary>
    ReturnPath = 2,

    /// <summary>The policy of the domain itself.</summary>
    Spf = 3,

    Dmarc = 4,

    /// <summary>The host of links that count opens and clicks.</summary>
    Tracking = 5,

    /// <summary>As <see cref="DkimFirst"/>, of the selector that signs while another is looked for.</summary>
    DkimFirstInUse = 6,

    DkimSecondInUse = 7,
}
