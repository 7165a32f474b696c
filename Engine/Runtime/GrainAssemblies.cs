using System.Reflection;

namespace Actors.Engine.Runtime;

/// <summary>Finds the assemblies that may hold grains: those that refer to this one, loaded or not.</summary>
internal static class GrainAssemblies
{
    private static readonly string Self = typeof(GrainAssemblies).Assembly.GetName().Name!;

    public static IEnumerable<Type> Types() => All().SelectMany(static one => one.GetTypes());

    private static IEnumerable<Assembly> All()
    {
        var known = new Dictionary<string, Assembly>(StringComparer.Ordinal);
        var open = new Stack<Assembly>(AppDomain.CurrentDomain.GetAssemblies());
        if (Assembly.GetEntryAssembly() is { } entry)
            open.Push(entry);
        while (open.TryPop(out var assembly))
        {
            if (assembly.IsDynamic || IsForeign(assembly.GetName()) || !known.TryAdd(assembly.FullName!, assembly))
                continue;
            foreach (var name in assembly.GetReferencedAssemblies().Where(one => !IsForeign(one)))
            {
                if (TryLoad(name) is { } referred)
                    open.Push(referred);
            }
        }

        return known.Values
            .Where(static one => one.GetReferencedAssemblies().Any(static other => other.Name == Self))
            .OrderBy(static one => one.FullName, StringComparer.Ordinal);
    }

    /// <summary>The framework's own assemblies hold no grains, and there are hundreds of them.</summary>
    private static bool IsForeign(AssemblyName name) =>
        name.Name is null or "mscorlib" or "netstandard" or "System"
        || name.Name.StartsWith("System.", StringComparison.Ordinal)
        || name.Name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            return null; // a reference that is not deployed is not used, or its user will say so
        }
    }
}
