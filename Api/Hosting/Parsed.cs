using System.Diagnostics.CodeAnalysis;
using Actors.Api.Problems;

namespace Actors.Api.Hosting;

/// <summary>What was read from a request, or why it could not be.</summary>
internal readonly struct Parsed<T>
    where T : class
{
    private readonly T? value;
    private readonly Problem? problem;

    private Parsed(T? value, Problem? problem)
    {
        this.value = value;
        this.problem = problem;
    }

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(Problem problem) => new(null, problem);

    public bool Try([NotNullWhen(true)] out T? parsed, [NotNullWhen(false)] out Problem? refused)
    {
        parsed = value;
        refused = problem;
        return problem is null;
    }
}
