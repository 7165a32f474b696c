using Actors.Storage.Databases;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.GrainStates;

/// <summary>A state to store or, without JSON, to clear. Answers false when another etag is stored.</summary>
internal sealed class GrainStateWrite(string grain, string name, long? etag, Payload payload, Piece? json) : Write<bool>
{
    private static readonly Sql Insert = new("""
        INSERT INTO grain_state (grain, name, etag, state) VALUES (?1, ?2, 1, ?3) ON CONFLICT DO NOTHING
        """);

    private static readonly Sql Update = new("""
        UPDATE grain_state SET etag = etag + 1, state = ?3 WHERE grain = ?1 AND name = ?2 AND etag = ?4
        """);

    public override int Bytes => payload.Length;

    private protected override bool Run(WriteScope scope)
    {
        using var statement = scope.Prepare(etag is null ? Insert : Update);
        statement.Bind(1, grain);
        statement.Bind(2, name);
        if (json is { } piece)
            statement.BindText(3, payload[piece]);
        else
            statement.Bind(3, (string?)null);
        if (etag is { } expected)
            statement.Bind(4, expected);
        return statement.Execute() == 1;
    }
}
