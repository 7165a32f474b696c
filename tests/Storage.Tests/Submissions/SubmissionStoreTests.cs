using System.Collections.Immutable;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Storage.Tests.Submissions;

public sealed class SubmissionStoreTests : IAsyncLifetime
{
    private readonly TestStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task what_was_committed_is_read_back_by_another_start()
    {
        var record = Samples.Record(Samples.Demo, Samples.Message(), Samples.Message("ben@example.org"));
        (await test.Store.Submissions.Commit(record)).ShouldBeTrue();
        test.Reopen();
        var second = await test.Read(record.Key(1));
        second.RecordExists.ShouldBeTrue();
        second.State!.Recipient.ShouldBe(EmailAddress.Parse("ben@example.org"));
        second.State.Phase.ShouldBe(MessagePhase.Accepted);
        var content = await test.Store.Contents.Read(Samples.Demo, record.Submission.Id);
        content!.MessageIdHeader.ShouldBe(record.Submission.MessageIdHeader);
        ((MailSource.Raw)content.Source).Bytes.ToArray()
            .ShouldBe(((MailSource.Raw)record.Submission.Source).Bytes.ToArray());
    }

    [Fact]
    public async Task a_birth_is_read_from_memory_and_then_from_its_row()
    {
        var record = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(record);
        var birth = await test.Read(record.Key());
        var row = await test.Read(record.Key());
        birth.State.ShouldBe(record.Messages[0] with { Pending = [] });
        row.ETag.ShouldBe(birth.ETag);
        row.State!.Recipient.ShouldBe(birth.State!.Recipient);
        row.State.DueAt.ShouldBe(birth.State.DueAt);
        row.State.Deadline.ShouldBe(birth.State.Deadline);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task whether_a_raw_message_needs_smtputf8_is_kept(bool needsIt)
    {
        var record = Samples.Record(Samples.Demo, Samples.NewId(), [Samples.Message()],
            Samples.Raw("Subject: Grüße\r\n\r\n") with { NeedsSmtpUtf8 = needsIt });
        await test.Store.Submissions.Commit(record);
        test.Reopen();
        var stored = await test.Store.Contents.Read(Samples.Demo, record.Submission.Id);
        ((MailSource.Raw)stored!.Source).NeedsSmtpUtf8.ShouldBe(needsIt);
    }

    [Fact]
    public async Task parts_with_attachments_and_headers_come_back_as_given()
    {
        var mail = new MailParts(
            Mailbox.Parse("Shop <shop@sender.example>"), [Mailbox.Parse("help@sender.example")], "Grüße", "Hallo", null,
            [new MailHeader("X-Order", "4711")],
            [new MailAttachment("a.pdf", "application/pdf", null, new byte[] { 0, 1, 255 })], true,
            new MailListUnsubscribe("https://shop.example/{{x}}", "mailto:a@shop.example", true), "news.shop.example",
            new MailTemplate("tpl_a", 3, """{"name": "Zoë"}"""));
        var record = Samples.Record(
            Samples.Demo, Samples.NewId(), [Samples.Message()], new MailSource.Parts(mail));
        await test.Store.Submissions.Commit(record);
        test.Reopen();
        var stored = (await test.Store.Contents.Read(Samples.Demo, record.Submission.Id))!;
        var read = ((MailSource.Parts)stored.Source).Mail;
        read.From.ShouldBe(mail.From);
        read.ReplyTo.ShouldBe(mail.ReplyTo);
        read.Subject.ShouldBe("Grüße");
        read.Html.ShouldBeNull();
        read.Headers.ShouldBe(mail.Headers);
        (read.ListUnsubscribe, read.ListId).ShouldBe((mail.ListUnsubscribe, mail.ListId));
        read.Template.ShouldBe(mail.Template);
        read.Attachments[0].Content.ToArray().ShouldBe([0, 1, 255]);
        read.Personalized.ShouldBeTrue();
    }

    [Fact]
    public async Task the_second_commit_with_an_idempotency_key_stores_nothing()
    {
        var first = Samples.Record(Samples.Demo).WithKey("order-1");
        var second = Samples.Record(Samples.Demo).WithKey("order-1");
        (await test.Store.Submissions.Commit(first)).ShouldBeTrue();
        (await test.Store.Submissions.Commit(second)).ShouldBeFalse();
        (await test.Read(second.Key())).RecordExists.ShouldBeFalse();
        var found = await test.Store.Submissions.FindIdempotent(Samples.Demo, "order-1");
        found!.Receipt.Id.ShouldBe(first.Submission.Id);
        found.Receipt.Recipients.ShouldBe([first.Messages[0].Recipient]);
        (await test.Store.Submissions.FindIdempotent(Samples.Other, "order-1")).ShouldBeNull();
    }

    [Fact]
    public async Task of_many_commits_with_one_key_at_once_exactly_one_is_stored()
    {
        var records = Enumerable.Range(0, 50)
            .Select(_ => Samples.Record(Samples.Demo).WithKey("race")).ToImmutableArray();
        var stored = await Task.WhenAll(records.Select(r => test.Store.Submissions.Commit(r)));
        stored.Count(s => s).ShouldBe(1);
    }

    [Fact]
    public async Task a_large_source_is_a_file_and_leaves_none_when_it_is_refused()
    {
        var source = Samples.Raw(new string('x', 70_000));
        var record = Samples.Record(Samples.Demo, Samples.NewId(), [Samples.Message()], source).WithKey("k");
        var refused = Samples.Record(Samples.Demo, Samples.NewId(), [Samples.Message()], source).WithKey("k");
        await test.Store.Submissions.Commit(record);
        await test.Store.Submissions.Commit(refused);
        Directory.EnumerateFiles(Path.Combine(test.Folder, "content"), "*", SearchOption.AllDirectories)
            .Count().ShouldBe(1);
        test.Reopen();
        var stored = await test.Store.Contents.Read(Samples.Demo, record.Submission.Id);
        ((MailSource.Raw)stored!.Source).Bytes.ToArray().ShouldBe(source.Bytes.ToArray());
    }
}
