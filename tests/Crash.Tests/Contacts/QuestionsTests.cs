using Actors.Crash.Contacts;
using Actors.Testing;

namespace Actors.Crash.Tests.Contacts;

/// <summary>A machine so slow that a sign-up is repeated after the server's pause breaks no promise.</summary>
public sealed class QuestionsTests
{
    private const string Reader = "signs-1@crash.test";

    private readonly ManualTime time = new();

    [Fact]
    public void who_signed_up_is_asked_once_however_often_that_is_repeated_at_once()
    {
        var questions = new Questions(time);
        questions.Begin(Reader);
        time.Advance(TimeSpan.FromSeconds(49));
        questions.Begin(Reader);

        questions.Max(Reader).ShouldBe(1);
    }

    [Fact]
    public void who_signed_up_may_be_asked_again_after_each_pause()
    {
        var questions = new Questions(time);
        questions.Begin(Reader);
        time.Advance(TimeSpan.FromSeconds(61));
        var second = time.GetTimestamp();
        questions.Begin(Reader);
        time.Advance(TimeSpan.FromSeconds(60));

        questions.Max(Reader, second).ShouldBe(2);
        questions.Max(Reader).ShouldBe(3);
    }

    [Fact]
    public void who_never_signed_up_is_asked_once_at_most() => new Questions(time).Max(Reader).ShouldBe(1);
}
