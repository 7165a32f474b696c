using System.Linq.Expressions;
using System.Reflection;

namespace Actors.Engine.Runtime;

/// <summary>A method of a grain interface: how it is called and what its attributes say.</summary>
internal abstract class GrainMethod
{
    private readonly Func<object, object?[], Task> invoke;

    protected GrainMethod(GrainEngine engine, Type type, MethodInfo info)
    {
        Engine = engine;
        Interface = type;
        Info = info;
        invoke = Compile(info);
        var parameters = info.GetParameters();
        ParameterTypes = [.. parameters.Select(static one => one.ParameterType)];
        TakesToken = parameters is [.., { } last] && last.ParameterType == typeof(CancellationToken);
        IsOneWay = info.IsDefined(typeof(OneWayAttribute));
        Interleaving = info.IsDefined(typeof(AlwaysInterleaveAttribute)) ? Interleaving.Always
            : info.IsDefined(typeof(ReadOnlyAttribute)) ? Interleaving.Readers
            : Interleaving.Never;
    }

    public GrainEngine Engine { get; }

    public Type Interface { get; }

    public MethodInfo Info { get; }

    public Type[] ParameterTypes { get; }

    public bool TakesToken { get; }

    public bool IsOneWay { get; }

    public Interleaving Interleaving { get; }

    public static GrainMethod Create(GrainEngine engine, Type type, MethodInfo info)
    {
        var result = info.ReturnType.IsGenericType ? info.ReturnType.GetGenericArguments()[0] : typeof(Nothing);
        return (GrainMethod)Activator.CreateInstance(
            typeof(GrainMethod<>).MakeGenericType(result), engine, type, info)!;
    }

    /// <summary>Calls the grain object, inside a turn.</summary>
    public Task Invoke(object grain, object?[] arguments) => invoke(grain, arguments)
        ?? throw new InvalidOperationException($"{Interface.Name}.{Info.Name} returned null instead of a task.");

    /// <summary>Calls the grain, from anywhere. Returns the task, boxed where it is a ValueTask.</summary>
    public abstract object Send(GrainProxy target, object?[] arguments);

    /// <summary>The result of a completed call; null where there is none.</summary>
    public abstract object? ResultOf(Task work);

    private static Func<object, object?[], Task> Compile(MethodInfo info)
    {
        var grain = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var values = info.GetParameters().Select((one, index) => Expression.Convert(
            Expression.ArrayIndex(arguments, Expression.Constant(index)), one.ParameterType));
        Expression call = Expression.Call(Expression.Convert(grain, info.DeclaringType!), info, values);
        if (call.Type.IsValueType)
            call = Expression.Call(call, nameof(ValueTask.AsTask), null);
        return Expression.Lambda<Func<object, object?[], Task>>(
            Expression.Convert(call, typeof(Task)), grain, arguments).Compile();
    }
}
