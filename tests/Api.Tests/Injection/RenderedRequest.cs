using System.Text;
using System.Text.Json.Nodes;
using Actors.Api.Json;
using Actors.Api.Messages.Requests;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Rendering;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Templates;
using Actors.Mail.Messages;
using Actors.Mail.Parsing;
using MessageRules = Actors.Api.Messages.Requests.MessageRules;

namespace Actors.Api.Tests.Injection;

/// <summary>The way of a request from its octets to the copies that go out, without storing anything.</summary>
internal static class RenderedRequest
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly AccountPolicy Policy = new(MailStream.Transactional, true, false, false);

    /// <returns>The recipients' copies; empty where the request is refused.</returns>
    public static IReadOnlyList<byte[]> Copies(JsonObject request)
    {
        var errors = new FieldErrors();
        var message = new MessageFields();
        var json = new JsonCursor(Encoding.UTF8.GetBytes(request.ToJsonString()), errors);
        json.Read();
        MessageReader.Read(ref json, message, Now);
        MessageRules.Check(message, errors);
        if (errors.Any)
            return [];
        var command = FilledIn(MessageRules.Command(message, null));
        var record = SubmissionRules.Accept(
            command, Policy, TenantId.Parse("shop"), SubmissionId.FromKey("01ARZ3NDEKTSV4RRFFQ69G5FAV"),
            new LifecycleOptions(), Now);
        if (MessageRendering.Check(record.Tenant, record.Submission, record.Messages, int.MaxValue) is not null)
            return [];
        return [.. record.Messages.Select(one => Bytes(record.Submission, one))];
    }

    /// <summary>What the template of a request says, whichever it names.</summary>
    public static TemplateWords Words { get; } = new(
        new EmailText(
            "Order {{order}} at {{shop}}", "Thank you for {{order}}, {{shop}}.",
            "<p>Thank you for {{order}}, {{shop}}. <img src=\"cid:logo\"></p>", Footer: false),
        Version: 1, IsOriginal: false);

    private static SubmitCommand FilledIn(SubmitCommand command) =>
        command.Source is MailSource.Parts { Mail: { Template: { } template } mail }
            ? TemplateUse.Filled(TenantId.Parse("shop"), command, mail, template, Words)
            : command;

    /// <summary>The names of all fields, of the message and then of each of its parts.</summary>
    public static string Outline(byte[] copy)
    {
        HeaderSection.TryParse(copy, out var strict, out var problem).ShouldBeTrue(problem.ToString());
        var outline = new StringBuilder();
        foreach (var field in strict.Fields)
            outline.Append(Encoding.ASCII.GetString(strict.Name(field))).Append(' ');
        foreach (var part in ParsedMail.Parse(copy).AllParts().Skip(1))
        {
            outline.Append("/ ");
            foreach (var field in part.Headers.Fields)
                outline.Append(Encoding.ASCII.GetString(part.Headers.Name(field))).Append(' ');
        }

        return outline.ToString();
    }

    private static byte[] Bytes(StoredSubmission submission, MessageState message) =>
    [
        .. MessageRendering.Render(
            TenantId.Parse("shop"), submission, message.Variables,
            StreamMarks.Of(message.Stream, message.Account, TenantId.Parse("shop"), message.ReversePath, "actors"))
            .SelectMany(piece => piece.ToArray()),
    ];
}
