namespace Actors.Evaluation;

/// <summary>One public data set and what is measured on it. None of it is part of the repository.</summary>
public interface IEvaluation
{
    /// <summary>The file or folder it reads, relative to the data folder.</summary>
    string Path { get; }

    /// <param name="path">Absolute, and there.</param>
    /// <param name="faults">Takes a line for each row that came out otherwise.</param>
    IReadOnlyList<Score> Run(string path, TextWriter faults);
}
