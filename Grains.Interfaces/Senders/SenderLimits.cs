using System.Collections.Immutable;

namespace Actors.Grains.Senders;

/// <summary>Times and sizes of senders.</summary>
public static class SenderLimits
{
    /// <summary>How long the link in a confirmation message holds.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(7);

    /// <summary>Confirmation messages to one address within <see cref="ResendWindow"/>, the first one included; also
    /// over deleting and registering it again.</summary>
    public const int MailsMax = 5;

    public static readonly TimeSpan ResendWindow = TimeSpan.FromHours(24);

    /// <summary>Between two confirmation messages to one address: a double click sends one.</summary>
    public static readonly TimeSpan ResendAfter = TimeSpan.FromMinutes(1);

    /// <summary>After mail was told to look whether a new certificate signs it, it is told again: for the process that
    /// died in between.</summary>
    public static readonly TimeSpan ReleaseAgain = TimeSpan.FromMinutes(5);

    /// <summary>UTF-16 code units of a display name.</summary>
    public const int NameLengthMax = 100;

    /// <summary>Authors of one message, those of From and of Sender together, that have to be proved.</summary>
    public const int AuthorsMax = 10;

    /// <summary>Different addresses to prove for one send over HTTP: From itself, what the account takes of recipients'
    /// details in its place, and MAIL FROM. Each may cost two calls.</summary>
    public const int ProofsMax = 100;

    /// <summary>Days before a certificate expires on which its owner is told, the longest first.</summary>
    public static readonly ImmutableArray<int> WarningDays = [30, 7, 1];
}
