using System.Reflection;
using Actors.Grains.Departures;
using Actors.Grains.Ports;

namespace Actors.Grains.Tests.Departures;

public sealed class StoredTypesTests
{
    [Fact]
    public void whose_each_stored_state_is_has_been_said()
    {
        var said = StoredTypes.Erased.Concat(StoredTypes.Last).Concat(StoredTypes.Kept).Concat(StoredTypes.Others)
            .ToList();
        var stored = typeof(StoredTypes).Assembly.GetTypes().Where(IsStored)
            .Select(type => type.Name[..^"Grain".Length].ToLowerInvariant()).ToList();

        stored.Except(said).ShouldBeEmpty("add them to StoredTypes: are they erased with their tenant?");
        said.Except(stored).ShouldBeEmpty();
        said.ShouldBeUnique();
    }

    private static bool IsStored(Type type) => !type.IsAbstract && typeof(IGrainBase).IsAssignableFrom(type)
        && type.GetConstructors().SelectMany(one => one.GetParameters())
            .Select(one => one.GetCustomAttribute<PersistentStateAttribute>())
            .Any(one => one is { StorageName: StorageNames.Grains or StorageNames.Imports });
}
