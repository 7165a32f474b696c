namespace Actors.Grains.Templating;

/// <summary>What is left of the rounds that one rendering may make.</summary>
internal sealed class TemplateBudget
{
    private int left = TemplateLimits.IterationsMax;

    /// <exception cref="TemplateStoppedException">None is left.</exception>
    public void Take()
    {
        if (--left < 0)
            throw new TemplateStoppedException(new TemplateFault(
                "too_many_iterations",
                $"The loops of the template go round more than {TemplateLimits.IterationsMax} times together."));
    }
}

/// <summary>Leaves Handlebars when a limit is reached; never leaves <see cref="CompiledTemplate"/>.</summary>
internal sealed class TemplateStoppedException(TemplateFault fault) : Exception(fault.Detail)
{
    public TemplateFault Fault => fault;
}
