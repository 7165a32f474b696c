using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Effects;

/// <summary>Erases an effect. Answers false when it was erased before.</summary>
internal sealed class EffectRemoval(long number) : Write<bool>
{
    private static readonly Sql Delete = new("DELETE FROM effects WHERE no = ?1");

    public override int Bytes => sizeof(long);

    private protected override bool Run(WriteScope scope)
    {
        using var statement = scope.Prepare(Delete);
        statement.Bind(1, number);
        return statement.Execute() == 1;
    }
}
