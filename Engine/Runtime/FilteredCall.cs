using System.Reflection;

namespace Actors.Engine.Runtime;

/// <summary>A call on its way through the filters: those of the host first, then the grain's own, then the
/// method.</summary>
internal sealed class FilteredCall(Call call, Activation callee, Grain grain) : IIncomingGrainCallContext, IInvokable
{
    private int next;

    public IInvokable Request => this;

    public object Grain => grain;

    public GrainId? SourceId => call.Source?.GrainId;

    public GrainId TargetId => callee.GrainId;

    public IGrainContext TargetContext => callee;

    public string InterfaceName => call.Method.Interface.FullName!;

    public string MethodName => call.Method.Info.Name;

    public MethodInfo InterfaceMethod => call.Method.Info;

    public MethodInfo ImplementationMethod
    {
        get
        {
            var map = grain.GetType().GetInterfaceMap(InterfaceMethod.DeclaringType!);
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, InterfaceMethod)];
        }
    }

    public object? Result { get; set; }

    public int GetArgumentCount() => call.Arguments.Length;

    public object? GetArgument(int index) => call.Arguments[index];

    public void SetArgument(int index, object value) => call.Arguments[index] = value;

    public Task Invoke()
    {
        var filters = call.Method.Engine.Filters;
        var step = next++;
        if (step < filters.Length)
            return filters[step].Invoke(this);
        if (step == filters.Length && grain is IIncomingGrainCallFilter own)
            return own.Invoke(this);
        return InvokeGrain();
    }

    private async Task InvokeGrain()
    {
        var work = call.Method.Invoke(grain, call.Arguments);
        await work;
        Result = call.Method.ResultOf(work);
    }
}
