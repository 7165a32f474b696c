namespace Actors.Smtp.Server;

/// <summary>When a connection has waited long enough for its client. Written by the connection, read by the one timer
/// that looks at all of them.</summary>
/// <remarks>A client earns time with whole commands and with content, never with single bytes, so that one that drips
/// is cut off like one that is silent.</remarks>
internal sealed class SmtpDeadline(SmtpServerOptions options, TimeProvider time)
{
    private readonly long idle = Ticks(options.IdleTimeout, time);
    private readonly long transaction = Ticks(options.TransactionTimeout, time);
    private readonly long sessionDue = time.GetTimestamp() + Ticks(options.SessionTimeout, time);
    private readonly long bytesPerSecondMin = options.ContentBytesPerSecondMin;
    private long idleDue;
    private long loginDue = options.RecipientsNeedAuthentication
        ? time.GetTimestamp() + Ticks(options.LoginTimeout, time)
        : long.MaxValue;
    private long transactionDue = long.MaxValue;
    private long contentStart;
    private long due = long.MaxValue;
    private volatile bool isEnded;

    /// <summary>Whether the client's time has been ended.</summary>
    public bool IsEnded => isEnded;

    /// <summary>A whole command or some content arrived, or the server has done its part.</summary>
    public void Progress() => idleDue = time.GetTimestamp() + idle;

    /// <summary>The time for a transaction runs from its MAIL on.</summary>
    public void Transaction(bool isOpen)
    {
        if (isOpen != (transactionDue != long.MaxValue))
            transactionDue = isOpen ? time.GetTimestamp() + transaction : long.MaxValue;
    }

    /// <summary>It is known who the client is.</summary>
    public void LoggedIn() => loginDue = long.MaxValue;

    /// <summary>The time for all of the session is over, which ends it between two messages.</summary>
    public bool IsSessionOver => time.GetTimestamp() >= sessionDue;

    /// <summary>354 was said.</summary>
    public void ContentBegins() => contentStart = time.GetTimestamp();

    /// <summary>From here on it is the client's turn; once its time has been ended, only to take what it was
    /// answered.</summary>
    /// <param name="contentBytes">Content received so far; null outside of DATA.</param>
    public void Wait(long? contentBytes)
    {
        if (isEnded)
        {
            Farewell();
            return;
        }
        var next = Math.Min(Math.Min(idleDue, transactionDue), loginDue);
        if (transactionDue == long.MaxValue)
            next = Math.Min(next, sessionDue);
        if (contentBytes is { } bytes && bytesPerSecondMin > 0)
            next = Math.Min(next, contentStart + idle + (bytes / bytesPerSecondMin * time.TimestampFrequency));
        Volatile.Write(ref due, next);
    }

    /// <summary>From here on it is the server's turn, which has no limit here: a commit takes what it takes.</summary>
    public void Work() => Volatile.Write(ref due, long.MaxValue);

    /// <summary>The connection is being ended and has this long for it.</summary>
    public void Farewell() => Volatile.Write(ref due, FarewellDue());

    /// <summary>Ends the client's time when it is over: from here on there is only that of a farewell.</summary>
    /// <returns>False when it is not over, or the server's turn has begun in this very moment: a message that is being
    /// stored is answered.</returns>
    public bool TryEnd(long now)
    {
        var seen = Volatile.Read(ref due);
        if (now < seen || Interlocked.CompareExchange(ref due, FarewellDue(), seen) != seen)
            return false;
        isEnded = true;
        return true;
    }

    private long FarewellDue() => time.GetTimestamp() + Ticks(SmtpLimits.FarewellTimeout, time);

    private static long Ticks(TimeSpan span, TimeProvider time) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
