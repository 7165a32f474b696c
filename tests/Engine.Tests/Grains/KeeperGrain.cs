namespace Actors.Engine.Tests.Grains;

[GenerateSerializer]
public sealed class KeptState
{
    [Id(0)]
    public int Value { get; set; } = 7;
}

public interface IKeeperGrain : IGrainWithStringKey
{
    Task<int> Read();

    Task<bool> Exists();

    Task Write(int value, bool save);

    Task WriteTwiceAtOnce(int first, int second);

    Task Clear();

    Task Leave();
}

/// <summary>Keeps one number.</summary>
public class KeeperGrain([PersistentState("kept", "memory")] IPersistentState<KeptState> kept) : Grain, IKeeperGrain
{
    public Task<int> Read() => Task.FromResult(kept.State.Value);

    public Task<bool> Exists() => Task.FromResult(kept.RecordExists);

    public async Task Write(int value, bool save)
    {
        kept.State.Value = value;
        if (save)
            await kept.WriteStateAsync();
    }

    public async Task WriteTwiceAtOnce(int first, int second)
    {
        kept.State.Value = first;
        var writing = kept.WriteStateAsync();
        kept.State.Value = second;
        await Task.WhenAll(writing, kept.WriteStateAsync());
    }

    public Task Clear() => kept.ClearStateAsync();

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
