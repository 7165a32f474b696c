namespace Actors.Engine;

/// <summary>Settings only this engine has.</summary>
public sealed class EngineOptions
{
    /// <summary>Whether every argument and result crosses through serialisation. Default: no; test clusters set
    /// it.</summary>
    public bool CopyMessages { get; set; }
}
