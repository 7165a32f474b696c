using System.Collections.Concurrent;
using System.Reflection;

namespace Actors.Engine.Runtime;

/// <summary>A grain class: what its attributes say, how it is constructed, and which of its grains are in
/// memory.</summary>
internal sealed class GrainClass
{
    private readonly ConcurrentDictionary<string, Activation> activations = new(StringComparer.Ordinal);
    private readonly WorkerPools? pools;
    private readonly Lazy<Func<Activation, Grain>> constructor;
    private readonly long collectionAge;

    public GrainClass(GrainEngine engine, Type type)
    {
        Engine = engine;
        Type = type;
        GrainType = GrainType.Create(NameOf(type));
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
        OverridesOnActivate = Overrides(nameof(Grain.OnActivateAsync));
        OverridesOnDeactivate = Overrides(nameof(Grain.OnDeactivateAsync));
        FiltersItself = typeof(IIncomingGrainCallFilter).IsAssignableFrom(type);
        if (type.GetCustomAttribute<StatelessWorkerAttribute>() is { } worker)
            pools = new WorkerPools(this, worker.MaxLocalWorkers);
        collectionAge = engine.ToTimestamp(
            engine.Collection.ClassSpecificCollectionAge.GetValueOrDefault(
                type.FullName!, engine.Collection.CollectionAge));
        constructor = new(() => new ConstructorCompiler(engine, type).Compile());
    }

    public GrainEngine Engine { get; }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    public bool OverridesOnActivate { get; }

    public bool OverridesOnDeactivate { get; }

    public bool FiltersItself { get; }

    /// <summary>A caller may keep the activation it found; with several workers each call chooses anew.</summary>
    public bool HasOneActivation => pools is null;

    public IEnumerable<Activation> Activations =>
        pools?.Activations ?? activations.Select(static entry => entry.Value);

    public Grain Construct(Activation activation) => constructor.Value(activation);

    /// <returns>The activation to call; null when the engine stops and there is none.</returns>
    public Activation? Locate(string key) => pools is not null ? pools.Choose(key) : LocateOne(key);

    public Activation? Find(string key) => activations.GetValueOrDefault(key);

    public void Remove(Activation activation)
    {
        if (pools is not null)
            pools.Remove(activation);
        else
            activations.TryRemove(new(activation.Key, activation));
    }

    /// <summary>Whether nobody has used the activation for the collection age.</summary>
    public bool MayCollect(Activation activation)
    {
        var now = Engine.Time.GetTimestamp();
        return activation.IsIdle && now - activation.LastUsed >= collectionAge && now >= activation.KeepUntil;
    }

    private static string NameOf(Type type)
    {
        if (type.GetCustomAttribute<GrainTypeAttribute>() is { } given)
            return given.Name;
        var name = type.Name.ToLowerInvariant();
        return name.Length > 5 && name.EndsWith("grain", StringComparison.Ordinal) ? name[..^5] : name;
    }

    private Activation? LocateOne(string key)
    {
        while (true)
        {
            if (activations.TryGetValue(key, out var found))
                return found;
            if (Engine.IsStopping)
                return null;
            var made = new Activation(this, key);
            if (activations.TryAdd(key, made))
                return made;
        }
    }

    private bool Overrides(string method) => Type.GetMethod(method)!.DeclaringType != typeof(Grain);
}
