using Microsoft.Extensions.Options;

namespace Actors.Engine.Runtime;

/// <summary>What the host decides for the engine.</summary>
internal sealed class EngineSettings(
    TimeProvider time,
    ITurnExecutor executor,
    ServiceLifetimes lifetimes,
    IOptions<GrainCollectionOptions> collection,
    IOptions<SiloMessagingOptions> messaging,
    IOptions<EngineOptions> engine)
{
    public TimeProvider Time => time;

    public ITurnExecutor Executor => executor;

    public ServiceLifetimes Lifetimes => lifetimes;

    public GrainCollectionOptions Collection => collection.Value;

    public SiloMessagingOptions Messaging => messaging.Value;

    public bool CopyMessages => engine.Value.CopyMessages;
}
