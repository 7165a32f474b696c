using Actors.Engine.Runtime;

namespace Actors.Engine.Tests.Embedded.Surface;

/// <summary>The seam: grain code compiles on both engines only while both show it the same types.</summary>
public sealed class SurfaceTests
{
    /// <summary>Types of our surface that other Orleans assemblies hold, or that only this engine has.</summary>
    private static readonly string[] Elsewhere =
    [
        // Orleans.Serialization.Abstractions and Orleans.Serialization
        "AliasAttribute", "GenerateSerializerAttribute", "IConverter`2", "IInvokable",
        "IdAttribute", "ImmutableAttribute",
        "RegisterConverterAttribute",
        // Orleans.Core, Orleans.Runtime and their hosting
        "GrainCollectionOptions", "GrainState`1", "IClientBuilder", "IClusterClient", "IGrainState`1", "IGrainStorage",
        "IPersistentState`1", "ISiloBuilder", "InconsistentStateException", "PersistentStateAttribute",
        "SiloBuilderExtensions", "SiloMessagingOptions",
        // Orleans.Reminders
        "GrainReminderExtensions", "IGrainReminder", "IReminderRegistry", "IReminderTable",
        "IRemindable", "ReminderEntry",
        "ReminderException", "ReminderOptions", "ReminderTableData", "TickStatus",
        // Orleans.TestingHost
        "InProcessSiloHandle", "InProcessTestCluster", "InProcessTestClusterBuilder", "InProcessTestClusterOptions",
        "InProcessTestSiloSpecificOptions",
        // only here
        "EngineHosting", "EngineOptions", "ITurnExecutor", "SeededExecutor", "ThreadPoolExecutor",
    ];

    /// <summary>Differences that grain code cannot see.</summary>
    private static readonly string[] Meant =
    [
        "StatelessWorkerAttribute: Sealed : Attribute", // there its base class chooses among machines
        "SiloUnavailableException: NotPublic : OrleansException", // there with a class between, for rejected messages
    ];

    [OrleansFact]
    public void every_member_of_our_surface_has_the_shape_it_has_in_Orleans()
    {
        var ours = Ours();
        var theirs = PublicSurface.Of(
            OrleansFactAttribute.Assembly, static one => one.StartsWith("Orleans", StringComparison.Ordinal));
        var different = ours.Where(one => theirs.ContainsKey(one.Key)).SelectMany(one => one.Value
            .Except(theirs[one.Key]).Select(line => $"{one.Key}: {line}"));
        different.Order(StringComparer.Ordinal).ShouldBe(Meant.Order(StringComparer.Ordinal));
        ours.Keys.Except(theirs.Keys).Order(StringComparer.Ordinal)
            .ShouldBe(Elsewhere.Order(StringComparer.Ordinal), "a type is missing there, or here in the list");
    }

    private static Dictionary<string, HashSet<string>> Ours() =>
        PublicSurface.Of(typeof(GrainEngine).Assembly.Location, static one => one == "Actors.Engine");
}
