namespace Actors.Engine.Tests.Harness;

/// <summary>Writes down calls of methods named "Stamped", and doubles their result.</summary>
public sealed class StampingFilter : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.InterfaceMethod?.Name != "Stamped")
        {
            await context.Invoke();
            return;
        }

        var journal = Journal.Of((string)context.Request.GetArgument(0)!);
        journal.Write($"before {context.TargetId.Key}");
        await context.Invoke();
        journal.Write($"after {context.Result}");
        context.Result = (int)context.Result! * 2;
    }
}
