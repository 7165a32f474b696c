namespace Actors.Grains.Tests.Embedded.World;

/// <summary>Ends the process at one commit: before it is stored, or when it is and nobody has been told.</summary>
internal sealed class Fuse
{
    private int left;
    private bool stores;

    /// <summary>Nothing that this process began is answered any more.</summary>
    public bool IsDead { get; private set; }

    /// <param name="commit">1 for the next one.</param>
    /// <param name="stores">Whether that commit is still stored.</param>
    public void Light(int commit, bool stores) => (left, this.stores) = (commit, stores);

    /// <summary>The next process has none.</summary>
    public void Replace() => (left, IsDead) = (0, false);

    /// <exception cref="ProcessDiedException">It has.</exception>
    public void ThrowIfDead()
    {
        if (IsDead)
            throw new ProcessDiedException();
    }

    /// <returns>Never completed when the process has ended.</returns>
    public Task Around(Action commit)
    {
        if (!IsDead && left != 1)
        {
            left--;
            commit();
            return Task.CompletedTask;
        }

        if (!IsDead && stores)
            commit();
        IsDead = true;
        return new TaskCompletionSource().Task;
    }
}

/// <summary>The process that was asked has ended.</summary>
internal sealed class ProcessDiedException : Exception;
