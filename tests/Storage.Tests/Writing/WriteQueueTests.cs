using Actors.Storage.Writing;

namespace Actors.Storage.Tests.Writing;

public sealed class WriteQueueTests
{
    private readonly WriteQueue queue = new();

    [Fact]
    public void a_batch_ends_before_the_write_that_would_make_it_too_large()
    {
        foreach (var bytes in new[] { 40, 50, 20 })
            queue.TryAdd(new Sized(bytes)).ShouldBeTrue();
        Take().ShouldBe([40, 50]);
        Take().ShouldBe([20]);
        Take().ShouldBeEmpty();
    }

    [Fact]
    public void a_write_larger_than_a_batch_goes_alone()
    {
        queue.TryAdd(new Sized(500));
        queue.TryAdd(new Sized(1));
        Take().ShouldBe([500]);
        Take().ShouldBe([1]);
    }

    [Fact]
    public void a_closed_queue_takes_nothing_and_gives_out_what_waits()
    {
        queue.TryAdd(new Sized(1));
        queue.Close();
        queue.TryAdd(new Sized(2)).ShouldBeFalse();
        queue.Wait(0).ShouldBe(QueueNews.Work);
        Take().ShouldBe([1]);
        queue.Wait(0).ShouldBe(QueueNews.Closed);
    }

    [Fact]
    public void an_empty_queue_is_idle()
    {
        queue.Wait(0).ShouldBe(QueueNews.Idle);
    }

    private List<int> Take()
    {
        var batch = new List<Write>();
        queue.Take(batch, writesMax: 10, bytesMax: 100);
        return [.. batch.Select(w => w.Bytes)];
    }

    private sealed class Sized(int bytes) : Write<bool>
    {
        public override int Bytes => bytes;

        private protected override bool Run(WriteScope scope) => true;
    }
}
