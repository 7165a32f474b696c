using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Effects;

/// <summary>Makes effects that have failed for good due again, the oldest first. Answers how many.</summary>
internal sealed class EffectRetry(int limit) : Write<int>
{
    private static readonly Sql Update = new("""
        UPDATE effects SET due_at = 0, failures = 0, first_failed_at = NULL, reason = NULL
        WHERE no IN (
            SELECT no FROM effects INDEXED BY effects_failed WHERE due_at IS NULL AND no > 0 ORDER BY no LIMIT ?1)
        """);

    public override int Bytes => sizeof(int);

    private protected override int Run(WriteScope scope)
    {
        using var statement = scope.Prepare(Update);
        statement.Bind(1, (long)limit);
        return statement.Execute();
    }
}
