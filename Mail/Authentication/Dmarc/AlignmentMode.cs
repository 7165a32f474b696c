namespace Actors.Mail.Authentication.Dmarc;

/// <summary>How near the author's domain an authenticated domain has to be (RFC 9989 §4.4).</summary>
public enum AlignmentMode
{
    /// <summary>Both belong to one organisation.</summary>
    Relaxed,

    /// <summary>Both are the same.</summary>
    Strict,
}
