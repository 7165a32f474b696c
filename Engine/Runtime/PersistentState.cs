namespace Actors.Engine.Runtime;

/// <summary>Stands between a grain and its storage provider. Operations of one state run one after the other.</summary>
internal sealed class PersistentState<T>(string name, GrainId grain, IGrainStorage storage) : IPersistentState<T>
{
    private readonly GrainState<T> record = new();
    private Task last = Task.CompletedTask;

    public T State
    {
        get => record.State ??= Activator.CreateInstance<T>();
        set => record.State = value;
    }

    public string? Etag => record.ETag;

    public bool RecordExists => record.RecordExists;

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) => InLine(static (self, cancelled) =>
        self.Storage.ReadStateAsync(self.Name, self.Grain, self.record, cancelled), cancellationToken);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task WriteStateAsync(CancellationToken cancellationToken) => InLine(static (self, cancelled) =>
    {
        _ = self.State;
        return self.Storage.WriteStateAsync(self.Name, self.Grain, self.record, cancelled);
    }, cancellationToken);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ClearStateAsync(CancellationToken cancellationToken) => InLine(static (self, cancelled) =>
        self.Storage.ClearStateAsync(self.Name, self.Grain, self.record, cancelled), cancellationToken);

    private IGrainStorage Storage => storage;

    private string Name => name;

    private GrainId Grain => grain;

    /// <summary>Interleaving calls may both write: the second waits, so that it uses the etag the first one
    /// got.</summary>
    private Task InLine(Func<PersistentState<T>, CancellationToken, Task> operation, CancellationToken cancelled) =>
        last = last.IsCompleted ? operation(this, cancelled) : After(last, operation, cancelled);

    private async Task After(
        Task before, Func<PersistentState<T>, CancellationToken, Task> operation, CancellationToken cancelled)
    {
        await before.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await operation(this, cancelled);
    }
}
