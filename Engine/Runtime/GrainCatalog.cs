using System.Collections.Concurrent;
using Actors.Engine.Serialization;

namespace Actors.Engine.Runtime;

/// <summary>All grain classes and interfaces of the process, checked against the rules.</summary>
internal sealed class GrainCatalog
{
    private readonly GrainEngine engine;
    private readonly Dictionary<GrainType, GrainClass> classes = [];
    private readonly ConcurrentDictionary<Type, GrainInterface> interfaces = new();

    /// <exception cref="InvalidOperationException">A rule is broken; all problems are listed.</exception>
    public GrainCatalog(GrainEngine engine, IEnumerable<Type> types)
    {
        this.engine = engine;
        var problems = new List<string>();
        var rules = new InterfaceRules(new WireRules(engine.Codecs));
        foreach (var type in types)
        {
            problems.AddRange(rules.ProblemsOf(type));
            var grainClass = new GrainClass(engine, type);
            if (!classes.TryAdd(grainClass.GrainType, grainClass))
            {
                problems.Add($"{type} and {classes[grainClass.GrainType].Type} are both named "
                    + $"\"{grainClass.GrainType}\": give one a [GrainType].");
            }
        }

        if (problems.Count > 0)
        {
            throw new InvalidOperationException(
                "Grains break rules of the engine:\n"
                    + string.Join('\n', problems.Distinct().Select(one => "  - " + one)));
        }
    }

    public IReadOnlyCollection<GrainClass> Classes => classes.Values;

    public GrainInterface Interface(Type type) => interfaces.GetOrAdd(type, static (wanted, self) =>
        new GrainInterface(self.engine, wanted,
            [.. self.Classes.Where(one => wanted.IsAssignableFrom(one.Type))]), this);

    public GrainClass Class(GrainType type) => classes.GetValueOrDefault(type)
        ?? throw new ArgumentException($"No grain class is named \"{type}\".", nameof(type));

    /// <summary>Private nested classes are nobody's grains: tests keep examples of broken rules there.</summary>
    internal static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false, IsNestedPrivate: false }
        && type.IsSubclassOf(typeof(Grain));
}
