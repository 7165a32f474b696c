using System.Reflection;
using Actors.Engine.Serialization;

namespace Actors.Engine.Runtime;

/// <summary>What a grain interface may look like. It is the subset both engines carry out alike.</summary>
internal sealed class InterfaceRules(WireRules wire)
{
    /// <summary>Methods of the interface and of all it derives from.</summary>
    public static IEnumerable<MethodInfo> MethodsOf(Type type) =>
        type.GetInterfaces().Append(type).SelectMany(static one => one.GetMethods())
            .Where(static one => one.IsAbstract);

    /// <summary>Everything wrong with the grain interfaces of a class, as sentences.</summary>
    public IEnumerable<string> ProblemsOf(Type grainClass)
    {
        var interfaces = grainClass.GetInterfaces().Where(IsGrainInterface).ToArray();
        return interfaces.Length == 0
            ? [$"{grainClass} implements no grain interface."]
            : interfaces.SelectMany(Problems);
    }

    private static bool IsGrainInterface(Type type) => typeof(IAddressable).IsAssignableFrom(type)
        && type != typeof(IAddressable) && type != typeof(IGrain) && type != typeof(IGrainWithStringKey)
        && type != typeof(IRemindable);

    private IEnumerable<string> Problems(Type type)
    {
        if (!typeof(IGrainWithStringKey).IsAssignableFrom(type))
            yield return $"{type} does not derive from IGrainWithStringKey.";
        foreach (var property in type.GetProperties())
            yield return $"{type}.{property.Name} is a property; grain interfaces have methods only.";
        foreach (var one in type.GetEvents())
            yield return $"{type}.{one.Name} is an event; grain interfaces have methods only.";
        var methods = type.GetMethods().Where(static one => !one.IsSpecialName).ToArray();
        foreach (var overloads in methods.GroupBy(static one => (one.Name, one.GetParameters().Length)))
        {
            if (overloads.Count() > 1)
                yield return $"{type}.{overloads.Key.Name} is overloaded by type; give the methods different names.";
        }

        foreach (var problem in methods.SelectMany(Problems))
            yield return problem;
    }

    private IEnumerable<string> Problems(MethodInfo method)
    {
        var name = $"{method.DeclaringType}.{method.Name}";
        if (method.IsGenericMethod)
            yield return $"{name} is generic.";
        if (!IsAwaited(method.ReturnType))
            yield return
                $"{name} returns {method.ReturnType}; it must return Task, Task<T>, ValueTask or ValueTask<T>.";
        else if (method.ReturnType.IsGenericType)
        {
            foreach (var problem in wire.ProblemsOf(method.ReturnType.GetGenericArguments()[0], $"{name}, result"))
                yield return problem;
        }

        if (method.IsDefined(typeof(OneWayAttribute)) && method.ReturnType.IsGenericType)
            yield return $"{name} is [OneWay] and has a result nobody would get.";
        foreach (var problem in ProblemsOfParameters(method, name))
            yield return problem;
    }

    private IEnumerable<string> ProblemsOfParameters(MethodInfo method, string name)
    {
        var parameters = method.GetParameters();
        for (var index = 0; index < parameters.Length; index++)
        {
            var type = parameters[index].ParameterType;
            if (type.IsByRef)
                yield return $"{name}: {parameters[index].Name} is passed by reference.";
            else if (type == typeof(CancellationToken) && index < parameters.Length - 1)
                yield return $"{name}: the CancellationToken must be the last parameter.";
            else if (!method.IsGenericMethod)
            {
                foreach (var problem in wire.ProblemsOf(type, $"{name}, {parameters[index].Name}"))
                    yield return problem;
            }
        }
    }

    private static bool IsAwaited(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is { } open
            && (open == typeof(Task<>) || open == typeof(ValueTask<>)));
}
