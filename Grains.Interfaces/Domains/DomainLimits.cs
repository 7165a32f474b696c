using System.Collections.Immutable;

namespace Actors.Grains.Domains;

/// <summary>Times and sizes of domains.</summary>
public static class DomainLimits
{
    /// <summary>How long records are looked for after registration, and after "verify now" of a failed one.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(48);

    /// <summary>How long mail still goes after a verified domain broke.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <summary>Between looks at a verified domain.</summary>
    public static readonly TimeSpan Daily = TimeSpan.FromHours(24);

    /// <summary>Between looks at a broken one.</summary>
    public static readonly TimeSpan WhileBroken = TimeSpan.FromHours(1);

    /// <summary>Before looking again where DNS gave no answer about a verified domain.</summary>
    public static readonly TimeSpan AfterSilence = TimeSpan.FromHours(1);

    /// <summary>A look that was not answered in this time died with its process.</summary>
    public static readonly TimeSpan LookLost = TimeSpan.FromMinutes(5);

    /// <summary>"Verify now" within this time after a look starts none: a double click, or a loop.</summary>
    public static readonly TimeSpan LookAgainMin = TimeSpan.FromSeconds(30);

    /// <summary>How long one key signs.</summary>
    public static readonly TimeSpan KeyLife = TimeSpan.FromDays(90);

    /// <summary>How long a key that signs no more stays published, for mail that is still on its way.</summary>
    public static readonly TimeSpan KeyAfterlife = TimeSpan.FromDays(7);

    /// <summary>After mail of a domain was released, it is released again: for the process that died in
    /// between.</summary>
    public static readonly TimeSpan ReleaseAgain = TimeSpan.FromMinutes(5);

    /// <summary>How long a sender that is being registered keeps its domain when nobody says that it is over. Longer
    /// than a call may take.</summary>
    public static readonly TimeSpan AdmissionLife = TimeSpan.FromMinutes(1);

    /// <summary>Earlier registrations of a domain whose records the platform's zone may still have.</summary>
    public const int LeftoversMax = 50;

    /// <summary>Share links of one domain.</summary>
    public const int SharesMax = 10;

    public const int ShareDaysMax = 90;
    public const int ShareDaysDefault = 14;

    /// <summary>Letters of a host's label that customers choose.</summary>
    public const int LabelLengthMax = 40;

    /// <summary>Waits between looks for records, the first after the first look; the last repeats until the window
    /// ends.</summary>
    public static readonly ImmutableArray<TimeSpan> Waits =
        [.. new[] { 1, 2, 3, 5, 10, 15, 30, 60, 120 }.Select(minutes => TimeSpan.FromMinutes(minutes))];
}
