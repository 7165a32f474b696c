using System.Collections.Immutable;
using Actors.Grains.Submissions;
using Actors.Grains.Templating;

namespace Actors.Grains.StandardEmails;

/// <param name="Part">subject, text or html: the name of the field, too.</param>
public sealed record EmailFault(string Part, TemplateFault Fault)
{
    /// <summary>All of them as an answer to whoever wrote the template.</summary>
    public static Refusal Refuse(ImmutableArray<EmailFault> faults) => new(
        RefusalCode.InvalidField, $"The {faults[0].Name} cannot be used. {faults[0].Fault.Detail}", Places(faults));

    public static ImmutableArray<FieldError> Places(ImmutableArray<EmailFault> faults) =>
        [.. faults.Select(each => new FieldError($"/{each.Part}", each.Fault.Code, each.Fault.Detail))];

    private string Name => Part == "html" ? "HTML" : Part;
}
