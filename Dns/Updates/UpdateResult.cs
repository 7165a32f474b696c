namespace Actors.Dns.Updates;

/// <summary>What became of an update: a closed set.</summary>
public abstract record UpdateResult
{
    private UpdateResult() { }

    /// <summary>The server has it, and says so with its signature.</summary>
    public sealed record Done : UpdateResult;

    /// <param name="Reason">For logs and the operator, plain English.</param>
    public sealed record Failed(string Reason) : UpdateResult;
}
