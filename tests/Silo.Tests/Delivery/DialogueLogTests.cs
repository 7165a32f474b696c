using System.Net;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;
using Actors.Silo.Delivery;
using Actors.Smtp.Client;
using Actors.Testing;
using Microsoft.Extensions.Logging;

namespace Actors.Silo.Tests.Delivery;

public sealed class DialogueLogTests
{
    private static readonly MessageKey Message =
        new(TenantId.Parse("acme"), new MessageId(SubmissionId.Create(DateTimeOffset.UnixEpoch, new byte[10]), 0));

    [Fact]
    public void a_dialogue_is_written_as_a_whole_and_named_by_its_message()
    {
        var log = new RecordedLog(LogLevel.Trace);
        var dialogues = new DialogueLog(log, new ManualTime());
        var endpoint = new SmtpEndpoint("mx.example.org", IPAddress.Loopback, DomainName.Parse("me.example"));
        var transcript = dialogues.Begin().ShouldNotBeNull();
        transcript.Received(endpoint, "220 mx.example.org");
        transcript.Sent(endpoint, "EHLO me.example");
        log.Lines.ShouldBeEmpty();

        dialogues.End(transcript, Message);

        log.Lines.ShouldBe(
        [
            $"the dialogue about {Message}:\n0.000 mx.example.org[127.0.0.1]:25 S: 220 mx.example.org\n"
                + "0.000 mx.example.org[127.0.0.1]:25 C: EHLO me.example",
        ]);
    }

    [Fact]
    public void where_nobody_asks_nothing_is_kept()
    {
        var log = new RecordedLog(LogLevel.Debug);
        var dialogues = new DialogueLog(log, new ManualTime());
        dialogues.Begin().ShouldBeNull();
        dialogues.End(null, Message);
        log.Lines.ShouldBeEmpty();
    }

    private sealed class RecordedLog(LogLevel least) : ILogger<DialogueLog>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
