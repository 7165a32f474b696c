using Actors.Api.Messages;
using Actors.Grains.Ids;
using Actors.Grains.Queries;

namespace Actors.Api.Tests.Messages;

public sealed class AttemptListTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void what_the_server_said_stands_for_the_delivery_that_was_presumed()
    {
        EventView[] presumed =
        [
            Event(1, "accepted", "{}"), Event(2, "deferred", """{"attempt":1}"""),
            Event(3, "delivered", """{"attempt":2,"presumed":true}"""), Event(4, "late_bounced", "{}"),
        ];
        EventView[] confirmed = [.. presumed, Event(5, "delivery_confirmed", """{"attempt":2}""")];

        EventBody.Attempts(presumed).Select(one => one.Sequence).ShouldBe([2, 3]);
        EventBody.Attempts(confirmed).Select(one => one.Sequence).ShouldBe([2, 5]);
    }

    private static EventView Event(long sequence, string type, string data) => new(
        sequence, $"message.{type}", Noon, new MessageId(SubmissionId.FromKey(SortableId.FromBits(1)), 0), data);
}
