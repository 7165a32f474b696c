using Actors.Grains.Ports;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Effects;

/// <summary>Keeps what became of a try that failed. Answers false when the effect was erased before.</summary>
internal sealed class EffectPutOff(long number, EffectSetback setback) : Write<bool>
{
    private static readonly Sql Update = new(
        "UPDATE effects SET due_at = ?2, failures = ?3, first_failed_at = ?4, reason = ?5 WHERE no = ?1");

    public override int Bytes => setback.Reason.Length + (4 * sizeof(long));

    private protected override bool Run(WriteScope scope)
    {
        using var statement = scope.Prepare(Update);
        statement.Bind(1, number);
        statement.Bind(2, StoredTime.Of(setback.DueAt));
        statement.Bind(3, (long)setback.Failures);
        statement.Bind(4, StoredTime.Of(setback.FirstFailedAt));
        statement.Bind(5, setback.Reason);
        return statement.Execute() == 1;
    }
}
