using Actors.Silo.Configuration;

namespace Actors.Silo.Commands;

/// <summary>Tells everything that is wrong with the settings, at once.</summary>
internal static class ProblemReport
{
    public static void Write(TextWriter error, IReadOnlyCollection<ConfigurationProblem> problems)
    {
        error.WriteLine(problems.Count == 1
            ? "One thing is wrong; nothing was started."
            : $"{problems.Count} things are wrong; nothing was started.");
        foreach (var problem in problems)
        {
            error.WriteLine();
            error.WriteLine($"  {problem.Subject}");
            error.WriteLine($"    {problem.Rule}. {problem.Remedy}");
        }
    }
}
