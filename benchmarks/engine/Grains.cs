namespace Actors.Benchmarks.Engine;

/// <summary>Answers.</summary>
public interface IEchoGrain : IGrainWithStringKey
{
    Task<int> Echo(int value);

    Task Nothing();
}

/// <summary>Asks another grain many times.</summary>
public interface IAskerGrain : IGrainWithStringKey
{
    Task<int> Ask(string key, int times);

    Task<int> AskNew(string prefix, int times);
}

/// <summary>Lives for one call.</summary>
public interface IMayflyGrain : IGrainWithStringKey
{
    Task<int> Live(int value);
}

public sealed class EchoGrain : Grain, IEchoGrain
{
    public Task<int> Echo(int value) => Task.FromResult(value);

    public Task Nothing() => Task.CompletedTask;
}

public sealed class AskerGrain : Grain, IAskerGrain
{
    public async Task<int> Ask(string key, int times)
    {
        var echo = GrainFactory.GetGrain<IEchoGrain>(key);
        var sum = 0;
        for (var i = 0; i < times; i++)
            sum += await echo.Echo(i);
        return sum;
    }

    public async Task<int> AskNew(string prefix, int times)
    {
        var sum = 0;
        for (var i = 0; i < times; i++)
            sum += await GrainFactory.GetGrain<IMayflyGrain>(prefix + i).Live(i);
        return sum;
    }
}

public sealed class MayflyGrain(
    [PersistentState("life", "memory")] IPersistentState<MayflyState> stored, TimeProvider time) : Grain, IMayflyGrain
{
    public Task<int> Live(int value)
    {
        stored.State.At = time.GetTimestamp();
        DeactivateOnIdle();
        return Task.FromResult(value);
    }
}

public sealed class MayflyState
{
    public long At { get; set; }
}

/// <summary>Finds no record at once: what is measured is the engine.</summary>
public sealed class EmptyStorage : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;
}
