using Actors.Grains.Ids;

namespace Actors.Storage.Writing;

/// <summary>A tenant as the writer knows it: its number, and the last numbers it gave out.</summary>
internal sealed class Tenant
{
    private long submissionsStored;

    public Tenant(TenantId id, long number)
    {
        (Id, Number) = (id, number);
        IsNew = true;
    }

    public Tenant(TenantId id, long number, long submissions, long events)
    {
        (Id, Number) = (id, number);
        Submissions = submissionsStored = submissions;
        Events = EventsStored = events;
    }

    public TenantId Id { get; }

    public long Number { get; }

    public long Submissions { get; private set; }

    public long Events { get; private set; }

    public long EventsStored { get; private set; }

    /// <summary>Not in the table before this transaction.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Part of the running transaction.</summary>
    public bool Touched { get; set; }

    /// <summary>Whether the running transaction gave anything out.</summary>
    public bool Changed => IsNew || Submissions != submissionsStored || Events != EventsStored;

    public long NextSubmission() => Submissions < RowNumbers.SubmissionsMax
        ? RowNumbers.Submission(Number, ++Submissions)
        : throw new InvalidOperationException("The tenant's submission numbers are used up.");

    public long NextEvent() => Events < RowNumbers.SequenceMax
        ? RowNumbers.Event(Number, ++Events)
        : throw new InvalidOperationException("The tenant's event sequence is used up.");

    public void Keep()
    {
        (submissionsStored, EventsStored) = (Submissions, Events);
        IsNew = Touched = false;
    }

    public void TakeBack()
    {
        (Submissions, Events) = (submissionsStored, EventsStored);
        Touched = false;
    }
}
