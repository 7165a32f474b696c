using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine.Runtime;

/// <summary>Turns a grain's constructor into a delegate. Singletons are looked up once, here, and not per
/// activation.</summary>
internal sealed class ConstructorCompiler(GrainEngine engine, Type type)
{
    private static readonly MethodInfo AddState = typeof(Activation).GetMethod(nameof(Activation.AddState))!;
    private static readonly MethodInfo Required = typeof(ServiceProviderServiceExtensions).GetMethod(
        nameof(ServiceProviderServiceExtensions.GetRequiredService), [typeof(IServiceProvider), typeof(Type)])!;

    private readonly ParameterExpression activation = Expression.Parameter(typeof(Activation));

    public Func<Activation, Grain> Compile()
    {
        var constructor = Choose(type);
        var arguments = constructor.GetParameters().Select(Argument);
        var body = Expression.Convert(Expression.New(constructor, arguments), typeof(Grain));
        return Expression.Lambda<Func<Activation, Grain>>(body, activation).Compile();
    }

    internal static ConstructorInfo Choose(Type type)
    {
        var all = type.GetConstructors();
        return all.FirstOrDefault(one => one.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
            ?? all.MaxBy(one => one.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type} has no public constructor.");
    }

    private Expression Argument(ParameterInfo parameter)
    {
        var wanted = parameter.ParameterType;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state)
            return State(wanted, state);
        if (wanted == typeof(IGrainContext))
            return Expression.Convert(activation, wanted);
        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed)
            return Expression.Constant(engine.ServiceProvider.GetRequiredKeyedService(wanted, keyed.Key), wanted);
        if (parameter.HasDefaultValue && !engine.Lifetimes.IsRegistered(wanted))
            return Expression.Constant(parameter.DefaultValue, wanted);
        if (engine.Lifetimes.IsSingleton(wanted))
            return Expression.Constant(engine.ServiceProvider.GetRequiredService(wanted), wanted);
        var services = Expression.Property(activation, nameof(Activation.ActivationServices));
        return Expression.Convert(Expression.Call(Required, services, Expression.Constant(wanted)), wanted);
    }

    private MethodCallExpression State(Type wanted, PersistentStateAttribute state)
    {
        var storage = engine.Storage(state.StorageName) ?? throw new InvalidOperationException(
            $"{type}: no IGrainStorage named \"{state.StorageName ?? GrainEngine.DefaultStorage}\" is registered.");
        return Expression.Call(
            activation,
            AddState.MakeGenericMethod(wanted.GetGenericArguments()[0]),
            Expression.Constant(state.StateName),
            Expression.Constant(storage, typeof(IGrainStorage)));
    }
}
