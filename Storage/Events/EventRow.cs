using Actors.Grains.Ids;
using Actors.Grains.Queries;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Events;

/// <summary>A row of <c>events</c> as customers see it.</summary>
internal static class EventRow
{
    /// <summary>What <see cref="Read"/> expects, in this order.</summary>
    public const string Columns = "no, message, submission, kind, at, data";

    public static EventView Read(IStatement row) => new(
        RowNumbers.SequenceOf(row.Number(0)),
        EventKinds.NameOf(row.Number(3)),
        StoredTime.Read(row.Number(4)),
        new MessageId(SubmissionId.FromKey(row.Text(2)), RowNumbers.RecipientOf(row.Number(1))),
        row.Text(5));
}
