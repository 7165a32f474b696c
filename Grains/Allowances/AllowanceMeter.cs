namespace Actors.Grains.Allowances;

/// <summary>One count against one limit: what is stored, and what is reserved.</summary>
public sealed class AllowanceMeter
{
    private long open;
    private long? limit;

    /// <summary>Null for any number.</summary>
    public long? Limit
    {
        get => limit;
        set
        {
            if (value != limit)
                Armed = Told = 0;
            limit = value;
        }
    }

    /// <summary>Stored, as counted last and settled since. What was given back since is not known before the next
    /// count: until then it is too high and never too low.</summary>
    public long Used { get; private set; }

    /// <summary>The level, in per cent, that somebody looks after already; 0 for none.</summary>
    public int Armed { get; private set; }

    /// <summary>The level that the tenant was told of; 0 for none.</summary>
    public int Told { get; set; }

    public bool IsLookDue => Armed > Told;

    /// <summary>The highest level that is reached if all that is open is stored; 0 for none.</summary>
    public int Level => AllowanceRules.LevelOf(new Used(Used + open, limit));

    public bool HasRoom(int count) => count == 0 || limit is not { } most || Used + open + count <= most;

    public void Take(int count) => open += count;

    public void Settle(int count, bool used)
    {
        open -= count;
        if (used)
            Used += count;
    }

    /// <param name="used">Counted while nothing was open.</param>
    public void Recounted(long used) => Used = used;

    public void Arm() => Armed = Math.Max(Armed, Level);

    /// <summary>A level that was not reached in the end can be reached again.</summary>
    public void Disarm() => Armed = Math.Min(Armed, Level);
}
