namespace Actors.Mail.Authentication.Dkim.Verifying;

/// <summary>What became of a signature, in the words of RFC 8601 §2.7.1; "none" is a message without one.</summary>
public enum DkimStatus
{
    /// <summary>The signature is right.</summary>
    Pass,

    /// <summary>The signature or the hash of the body is wrong: the message was changed, or not signed by the
    /// domain.</summary>
    Fail,

    /// <summary>It may be right and does not count: its key is too short, its hash too weak, it has expired.</summary>
    Policy,

    /// <summary>It cannot be understood: broken syntax, or an algorithm that is not known here.</summary>
    Neutral,

    /// <summary>The key could not be looked up; later it may.</summary>
    TempError,

    /// <summary>There is no usable key, or the signature contradicts itself.</summary>
    PermError,
}
