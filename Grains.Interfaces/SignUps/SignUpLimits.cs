namespace Actors.Grains.SignUps;

/// <summary>So that nobody can be flooded by what others say of an address.</summary>
public static class SignUpLimits
{
    /// <summary>How long the link in a message can be followed.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(7);

    /// <summary>Between two messages to one address.</summary>
    public static readonly TimeSpan MailPause = TimeSpan.FromMinutes(1);

    /// <summary>Messages to one address within <see cref="Day"/>.</summary>
    public const int MailsMax = 5;

    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Until a message that was refused is tried again.</summary>
    public static readonly TimeSpan TryAgain = TimeSpan.FromHours(1);

    /// <summary>Lists that one sign-up names.</summary>
    public const int ListsMax = 10;

    /// <summary>UTF-16 code units.</summary>
    public const int SourceLengthMax = 255;

    /// <summary>UTF-16 code units of what was agreed to.</summary>
    public const int ConsentLengthMax = 2_000;
}
