namespace Actors.Storage.Writing;

/// <summary>Something to be stored, and whoever waits for it.</summary>
internal abstract class Write
{
    /// <summary>About what it adds to a transaction.</summary>
    public abstract int Bytes { get; }

    /// <summary>Runs its statements, possibly a second time after another write of the batch failed.</summary>
    /// <remarks>The statement that may refuse comes first: a refused write leaves nothing behind in the
    /// transaction.</remarks>
    internal abstract void Apply(WriteScope scope);

    /// <summary>The transaction is durable.</summary>
    internal abstract void Complete();

    /// <summary>Nothing of it is stored.</summary>
    internal abstract void Fail(Exception fault);
}

/// <summary>A write with an answer, which may be a refusal: told only once what it rests on is durable.</summary>
internal abstract class Write<TAnswer> : Write
{
    // Continuations never run on the writer's thread.
    private readonly TaskCompletionSource<TAnswer> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TAnswer? answer;

    public Task<TAnswer> Task => completion.Task;

    /// <returns>What is told after the commit.</returns>
    private protected abstract TAnswer Run(WriteScope scope);

    internal sealed override void Apply(WriteScope scope) => answer = Run(scope);

    internal sealed override void Complete() => completion.SetResult(answer!);

    internal sealed override void Fail(Exception fault) => completion.SetException(fault);
}
