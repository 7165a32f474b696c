using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;

namespace Actors.Engine.Runtime;

/// <summary>A grain interface: its methods and the classes that implement it.</summary>
internal sealed class GrainInterface
{
    private readonly FrozenDictionary<MethodInfo, GrainMethod> methods;
    private readonly IReadOnlyList<GrainClass> classes;
    private readonly ConcurrentDictionary<GrainClass, GrainProxy> prototypes = new();
    private readonly GrainProxy? only;

    public GrainInterface(GrainEngine engine, Type type, IReadOnlyList<GrainClass> classes)
    {
        Engine = engine;
        Type = type;
        this.classes = classes;
        methods = InterfaceRules.MethodsOf(type).ToFrozenDictionary(
            static method => method, method => GrainMethod.Create(engine, type, method));
        only = classes.Count == 1 ? Prototype(classes[0]) : null;
    }

    public GrainEngine Engine { get; }

    public Type Type { get; }

    public GrainMethod Method(MethodInfo method) => methods[method];

    public GrainProxy Reference(string key, string? prefix) =>
        (prefix is null && only is not null ? only : Prototype(Choose(prefix))).For(key);

    public GrainProxy Reference(GrainClass grainClass, string key) => Prototype(grainClass).For(key);

    private GrainProxy Prototype(GrainClass grainClass) => prototypes.GetOrAdd(grainClass, one =>
    {
        var proxy = (GrainProxy)DispatchProxy.Create(Type, typeof(GrainProxy));
        proxy.Become(this, one);
        return proxy;
    });

    private GrainClass Choose(string? prefix)
    {
        var fitting = prefix is null ? classes : [.. classes.Where(one => Fits(one, prefix))];
        if (fitting.Count == 1)
            return fitting[0];
        var named = fitting.FirstOrDefault(one => "I" + one.Type.Name == Type.Name);
        return named ?? throw new ArgumentException(fitting.Count == 0
            ? $"No grain class implements {Type}."
            : $"{fitting.Count} grain classes implement {Type}: {string.Join(", ", fitting.Select(one => one.Type))}.");
    }

    private static bool Fits(GrainClass one, string prefix) =>
        one.Type.FullName!.StartsWith(prefix, StringComparison.Ordinal)
        || one.Type.Name.StartsWith(prefix, StringComparison.Ordinal);
}
