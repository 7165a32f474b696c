using Actors.Crash.Checking;
using Actors.Crash.Journals;
using Actors.Crash.Sinks;

namespace Actors.Crash.Tests.Checking;

/// <summary>Evidence of one submission for two recipients, accepted and delivered; a test spoils one thing.</summary>
internal sealed record Given
{
    public const string First = "life-1";
    public const string Second = "life-2";
    public const string One = "ok-c.1-0@crash.test";
    public const string Two = "ok-c.1-1@crash.test";

    public static readonly Submission Submission = new("c.1", [One, Two], null, Large: false);

    public List<Answer?> Answers { get; init; } = [null, new Answer.Accepted("msg_1", Replayed: false)];

    public List<Copy> Copies { get; init; } = [Copy(One, First), Copy(Two, First)];

    public List<StoredRecipient> Stored { get; init; } =
        [new("rcp_1", "msg_1", One, "delivered"), new("rcp_2", "msg_1", Two, "delivered")];

    public List<LoggedEvent> Events { get; init; } =
    [
        new(1, "message.accepted", "rcp_1"), new(2, "message.accepted", "rcp_2"),
        new(3, "message.delivered", "rcp_1"), new(4, "message.delivered", "rcp_2"),
    ];

    public List<Life> Lives { get; init; } = [new(First, Killed: true), new(Second, Killed: false)];

    public Dictionary<string, string> SeenDelivered { get; init; } = [];

    public static Copy Copy(string recipient, string life, string hash = "h") => new(recipient, "c.1", life, hash);

    public IReadOnlyList<string> Check() => Checker.Check(new Evidence(
        [.. Answers.Select(answer => new Journal.Entry(Submission, answer))],
        Copies, Stored, Events, Lives, SeenDelivered));
}
