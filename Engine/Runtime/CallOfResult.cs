using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Actors.Engine.Runtime;

/// <inheritdoc/>
internal sealed class Call<T>(GrainMethod method, GrainProxy target, object?[] arguments)
    : Call(method, target, arguments)
{
    private AsyncTaskMethodBuilder<T> answer = AsyncTaskMethodBuilder<T>.Create();
    private CancellationTokenRegistration cancellation;
    private Activation? callee;
    private Task? work;

    /// <summary>What the caller awaits. Read it once before the call is delivered.</summary>
    public Task<T> Answer => answer.Task;

    public void CancelWith(CancellationToken token) => cancellation = token.UnsafeRegister(
        static (state, cancelled) => ((Call<T>)state!).Fail(new OperationCanceledException(cancelled)), this);

    [SuppressMessage("Design", "CA1031", Justification = "whatever the grain throws travels to the caller")]
    public override void Start(Activation activation)
    {
        callee = activation;
        activation.Touch(SentAt);
        if (IsDone)
        {
            activation.Ended(this);
            return;
        }

        var clean = ExecutionContext.Capture();
        RequestContext.Current = Context;
        try
        {
            work = Method.Engine.HasFilters || activation.Class.FiltersItself
                ? Filtered(activation.Instance!)
                : Method.Invoke(activation.Instance!, Arguments);
        }
        catch (Exception e)
        {
            work = Task.FromException(e);
        }

        if (!ReferenceEquals(ExecutionContext.Capture(), clean))
            ExecutionContext.Restore(clean!);
        if (work.IsCompleted)
            Complete();
        else
            work.GetAwaiter().UnsafeOnCompleted(Complete);
    }

    public override void Fail(Exception why)
    {
        if (!TryFinish())
            return;
        if (Method.IsOneWay)
        {
            Method.Engine.Log.LogError(why, "{Call}: a one-way call failed", this);
            return;
        }

        cancellation.Unregister();
        answer.SetException(why);
    }

    private void Complete()
    {
        if (work!.IsCompletedSuccessfully)
            Succeed(typeof(T) == typeof(Nothing) ? default! : ((Task<T>)work).Result);
        else
            Fault(work.Exception?.InnerException ?? new TaskCanceledException(work));
        work = null;
        callee!.Ended(this);
    }

    [SuppressMessage("Design", "CA1031", Justification = "a result that cannot be copied is the caller's to know")]
    private void Succeed(T result)
    {
        try
        {
            if (Method.Engine.Copier is { } copier)
                result = copier.Copy(result);
        }
        catch (Exception e)
        {
            Fail(e);
            return;
        }

        if (!TryFinish() || Method.IsOneWay)
            return;
        cancellation.Unregister();
        answer.SetResult(result);
    }

    private void Fault(Exception why)
    {
        if (why is InconsistentStateException { IsSourceActivation: true } stale)
        {
            stale.IsSourceActivation = false;
            callee!.RequestDeactivation(
                new(DeactivationReasonCode.ApplicationError, stale, "The state in memory is not the stored one."));
        }

        Fail(why);
    }

    private async Task<T> Filtered(Grain grain)
    {
        var context = new FilteredCall(this, callee!, grain);
        await context.Invoke();
        return typeof(T) == typeof(Nothing) ? default! : (T)context.Result!;
    }
}
