using System.Text.Json;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Storage.Databases;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Messages;

/// <summary>A row of <c>messages</c> as it was read.</summary>
internal readonly record struct MessageRow(
    long Number,
    long Version,
    SubmissionId Submission,
    AccountId Account,
    MessagePhase Phase,
    HoldReason HoldReason,
    DateTimeOffset? DueAt,
    MessageJson Json)
{
    /// <summary>What <see cref="Read"/> expects, in this order.</summary>
    public const string Columns = "no, version, submission, account, phase, hold_reason, due_at, state";

    public MessageId Id => new(Submission, RowNumbers.RecipientOf(Number));

    public static MessageRow Read(IStatement row) => new(
        row.Number(0),
        row.Number(1),
        SubmissionId.FromKey(row.Text(2)),
        AccountId.Parse(row.Text(3)),
        (MessagePhase)row.Number(4),
        (HoldReason)row.Number(5),
        row.IsNull(6) ? null : StoredTime.Read(row.Number(6)),
        JsonSerializer.Deserialize(row.Bytes(7), StorageJson.Default.MessageJson)
            ?? throw new JsonException("A stored message is null."));
}
