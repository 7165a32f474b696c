using Actors.Engine.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Actors.Engine.Runtime;

/// <summary>All grains of the process, and the way to them.</summary>
internal sealed class GrainEngine : IClusterClient, IDisposable
{
    public const string DefaultStorage = "Default";

    private readonly Lazy<GrainCatalog> catalog;
    private readonly Lazy<Codecs> codecs;
    private readonly Lazy<IIncomingGrainCallFilter[]> filters;
    private IdleSweep? sweep;

    public GrainEngine(IServiceProvider services, EngineSettings settings, ILogger<GrainEngine> log)
    {
        ServiceProvider = services;
        Lifetimes = settings.Lifetimes;
        Time = settings.Time;
        Executor = settings.Executor;
        Collection = settings.Collection;
        Log = log;
        Calls = new OutstandingCalls(Time, settings.Messaging.ResponseTimeout);
        var types = new Lazy<Type[]>(() => [.. GrainAssemblies.Types()]);
        codecs = new(() => new Codecs(this, types.Value));
        catalog = new(() => new GrainCatalog(this, types.Value.Where(GrainCatalog.IsGrainClass)));
        Copier = settings.CopyMessages ? new MessageCopier(codecs) : null;
        filters = new(() => [.. services.GetServices<IIncomingGrainCallFilter>()]);
    }

    public IServiceProvider ServiceProvider { get; }

    public ServiceLifetimes Lifetimes { get; }

    public TimeProvider Time { get; }

    public ITurnExecutor Executor { get; }

    public GrainCollectionOptions Collection { get; }

    public ILogger Log { get; }

    public OutstandingCalls Calls { get; }

    /// <summary>How types cross between grains.</summary>
    public Codecs Codecs => codecs.Value;

    /// <summary>Null where arguments and results pass by reference.</summary>
    public MessageCopier? Copier { get; }

    public IIncomingGrainCallFilter[] Filters => filters.Value;

    public bool HasFilters => Filters.Length > 0;

    public IReadOnlyCollection<GrainClass> Classes => catalog.Value.Classes;

    /// <summary>No new activation is made.</summary>
    public bool IsStopping { get; private set; }

    /// <summary>Set once no turn may run any more; what unanswered callers are told.</summary>
    public SiloUnavailableException? Killed { get; private set; }

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return (TGrainInterface)(object)catalog.Value.Interface(typeof(TGrainInterface))
            .Reference(primaryKey, grainClassNamePrefix);
    }

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(grainPrimaryKey);
        return (IGrain)(object)catalog.Value.Interface(grainInterfaceType).Reference(grainPrimaryKey, null);
    }

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => (TGrainInterface)Reference(typeof(TGrainInterface), grainId);

    public object Reference(Type type, GrainId id) =>
        catalog.Value.Interface(type).Reference(catalog.Value.Class(id.Type), id.Key.ToString());

    /// <returns>Null when the grain is not in memory.</returns>
    public Activation? Find(GrainId id) => catalog.Value.Class(id.Type).Find(id.Key.ToString());

    public IGrainStorage? Storage(string? name) =>
        ServiceProvider.GetKeyedService<IGrainStorage>(name ?? DefaultStorage)
        ?? (name is null ? ServiceProvider.GetService<IGrainStorage>() : null);

    public long ToTimestamp(TimeSpan span) => (long)(span.TotalSeconds * Time.TimestampFrequency);

    /// <exception cref="InvalidOperationException">Grain classes or interfaces break a rule; all are
    /// listed.</exception>
    public void Start()
    {
        _ = catalog.Value;
        sweep = new IdleSweep(this);
    }

    /// <summary>Deactivates every grain. When the token says so, those that are left are abandoned.</summary>
    public async Task Stop(CancellationToken cancellationToken)
    {
        if (Killed is not null)
            return;
        IsStopping = true;
        sweep?.Dispose();
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The process stops.");
        try
        {
            while (Classes.SelectMany(static one => one.Activations).ToArray() is { Length: > 0 } left)
            {
                foreach (var activation in left)
                    activation.Deactivate(reason, cancellationToken);
                (Executor as SeededExecutor)?.RunUntilIdle();
                await Task.WhenAll(left.Select(static one => one.Deactivated)).WaitAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            Log.LogWarning("Stopped before every grain was deactivated");
        }

        Kill();
    }

    /// <summary>As a crash: from now on no turn runs, and nobody is told but the callers.</summary>
    public void Kill()
    {
        IsStopping = true;
        Killed ??= new SiloUnavailableException("The engine has stopped.");
        Dispose();
        Calls.FailAll(Killed);
    }

    public void Dispose()
    {
        sweep?.Dispose();
        Calls.Dispose();
    }
}
