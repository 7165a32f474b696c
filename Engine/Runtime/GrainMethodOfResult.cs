using System.Reflection;

namespace Actors.Engine.Runtime;

/// <summary>The result of a method that has none.</summary>
internal readonly struct Nothing;

/// <inheritdoc/>
internal sealed class GrainMethod<T>(GrainEngine engine, Type type, MethodInfo info) : GrainMethod(engine, type, info)
{
    private readonly Func<Task<T>, object> wrap = Wrapping(info.ReturnType);

    public override object Send(GrainProxy target, object?[] arguments)
    {
        if (Engine.Copier is { } copier)
            arguments = copier.CopyArguments(this, arguments);
        var call = new Call<T>(this, target, arguments);
        if (IsOneWay)
        {
            call.SentAt = Engine.Time.GetTimestamp();
            call.Deliver();
            return wrap(Task.FromResult<T>(default!));
        }

        var answer = call.Answer;
        Engine.Calls.Add(call);
        if (TakesToken && arguments[^1] is CancellationToken { CanBeCanceled: true } token)
            call.CancelWith(token);
        call.Deliver();
        return wrap(answer);
    }

    public override object? ResultOf(Task work) =>
        typeof(T) == typeof(Nothing) ? null : ((Task<T>)work).Result;

    private static Func<Task<T>, object> Wrapping(Type returns)
    {
        if (returns == typeof(ValueTask))
            return static task => new ValueTask(task);
        if (returns == typeof(ValueTask<T>))
            return static task => new ValueTask<T>(task);
        return static task => task;
    }
}
