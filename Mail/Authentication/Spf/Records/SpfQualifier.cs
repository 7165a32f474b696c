namespace Actors.Mail.Authentication.Spf.Records;

/// <summary>What a matching mechanism means (RFC 7208 §4.6.2).</summary>
public enum SpfQualifier
{
    /// <summary>"+", also when nothing is written.</summary>
    Pass,

    /// <summary>"-".</summary>
    Fail,

    /// <summary>"~".</summary>
    SoftFail,

    /// <summary>"?".</summary>
    Neutral,
}
