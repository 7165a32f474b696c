namespace Actors.Smtp.Server.Guarding;

/// <summary>How much guessing of passwords is borne. The defaults let a network try 10 passwords at once and then, at
/// most, about 100 a day.</summary>
public sealed record LoginGuardOptions
{
    /// <summary>Failed logins without any wait, of one network, of one login, and of one login from one network. 1 to
    /// 1,000, default 10.</summary>
    public int FreeFailures { get; init; } = 10;

    /// <summary>The wait after the first failure that is not free; each further failure doubles it. 1 s to 1 h,
    /// default 10 s.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait. <see cref="FirstWait"/> to 24 h, default 15 min.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Without a failure for this long, all are forgotten. Longer than <see cref="LongestWait"/>, up to 7
    /// days, default 1 h.</summary>
    public TimeSpan ForgetAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Networks, logins and pairs of both that are remembered; above that the oldest go. 1,000 to 10,000,000,
    /// default 200,000, about 200 bytes each.</summary>
    public int EntriesMax { get; init; } = 200_000;

    /// <exception cref="ArgumentException">A value is outside its range; the message names all of them.</exception>
    public void Validate()
    {
        var wrong = new List<string>();
        if (FreeFailures is < 1 or > 1_000)
            wrong.Add("FreeFailures: 1 to 1,000");
        if (FirstWait < TimeSpan.FromSeconds(1) || FirstWait > TimeSpan.FromHours(1))
            wrong.Add("FirstWait: 1 s to 1 h");
        if (LongestWait < FirstWait || LongestWait > TimeSpan.FromHours(24))
            wrong.Add("LongestWait: FirstWait to 24 h");
        if (ForgetAfter <= LongestWait || ForgetAfter > TimeSpan.FromDays(7))
            wrong.Add("ForgetAfter: longer than LongestWait, up to 7 days");
        if (EntriesMax is < 1_000 or > 10_000_000)
            wrong.Add("EntriesMax: 1,000 to 10,000,000");
        if (wrong.Count > 0)
            throw new ArgumentException("Login guard options out of range. " + string.Join("; ", wrong) + ".");
    }
}
