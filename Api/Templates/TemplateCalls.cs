using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.StandardEmails;
using Actors.Api.TestAddresses;
using Actors.Grains.Answers;
using Actors.Grains.PlatformMails;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Templates;
using Actors.Mail.Addresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>What endpoints for templates and for standard e-mails have in common.</summary>
internal static class TemplateCalls
{
    public const string Tag = "Templates";

    /// <summary>The template of the path; null where its id cannot be one.</summary>
    public static TemplateKey? Key(Call call)
    {
        var own = call.Http.Request.RouteValues.ContainsKey("template");
        return TemplateKey.TryParse(call.Tenant, call.Segment(own ? "template" : "kind"), out var key)
            && key.Standard is null == own
                ? key
                : null;
    }

    public static ITemplateGrain Grain(Call call, TemplateKey key) =>
        call.Grains.GetGrain<ITemplateGrain>(key.ToString());

    /// <summary>Runs a command that takes no body.</summary>
    public static async Task<IResult> Run(Call call, Func<ITemplateGrain, Task<Answer<TemplateView>>> command) =>
        Key(call) is { } key ? Show(key, await command(Grain(call, key))) : Problem.NotFound;

    public static async Task<IResult> Change(Call call)
    {
        if (Key(call) is not { } key)
            return Problem.NotFound;
        if (!(await call.ReadFields(TemplateFields.BodyBytesMax)).Try(out var fields, out var refused))
            return refused;
        var words = TemplateFields.Words(fields);
        var name = key.Standard is null ? fields.NameOrNull("name", EmailLimits.NameLengthMax) : null;
        var publish = fields.FlagOrNull("publish") ?? false;
        return fields.Problem() is { } problem
            ? problem
            : Show(key, await Grain(call, key).Change(name, words, publish, call.IfMatch));
    }

    public static async Task<IResult> GoBack(Call call) =>
        int.TryParse(call.Segment("version"), out var version)
            ? await Run(call, template => template.GoBack(version, call.IfMatch))
            : Problem.NotFound;

    public static async Task<IResult> Versions(Call call)
    {
        if (Key(call) is not { } key || (await Grain(call, key).Get()).Value is not { } view)
            return Problem.NotFound;
        return Call.Ok(
            new Page<TemplateVersionBody>(TemplateVersionBody.Of(view), false, null),
            ApiJson.Wire.PageTemplateVersionBody);
    }

    public static async Task<IResult> Preview(Call call)
    {
        if (Key(call) is not { } key)
            return Problem.NotFound;
        if (!(await call.ReadFields(TemplateFields.BodyBytesMax)).Try(out var fields, out var refused))
            return refused;
        var words = TemplateFields.WordsOrNull(fields);
        var values = fields.ObjectOrNull("variables");
        return fields.Problem() is { } problem
            ? problem
            : Call.Answer(
                await Grain(call, key).Preview(new TemplatePreviewCommand(words, Draft: true, values)),
                PreviewBody.Of, ApiJson.Wire.PreviewBody);
    }

    public static async Task<IResult> Test(Call call)
    {
        if (Key(call) is not { } key)
            return Problem.NotFound;
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var given = fields.TextOrNull("to", AddressLimits.AddressOctetsMax);
        var values = fields.ObjectOrNull("variables");
        var to = given is null ? call.Caller.VerifiedAddress : null;
        if (given is not null && !EmailAddress.TryParse(given, out to))
            fields.Error<string>("to", "invalid_address", "This is no e-mail address.");
        else if (to is null)
            fields.Error<string>("to", "missing", "Name the address: a key has none of its own.");
        if (fields.Problem() is { } problem)
            return problem;
        var preview = await Grain(call, key).Preview(new TemplatePreviewCommand(null, Draft: true, values));
        if (preview.Value is not { } shown)
            return Problem.Of(preview.Refusal!);
        return await ProvedAddresses.Has(call, to!)
            ? await Send(call, key, to!, shown)
            : Problem.Of(Refusal.Of(
                RefusalCode.NotAllowed, $"{to} is neither a verified address of a user nor a verified test address."));
    }

    private static async Task<IResult> Send(Call call, TemplateKey key, EmailAddress to, TemplatePreview preview)
    {
        var sent = await call.Grains.GetGrain<IPlatformMailGrain>(key.Tenant.Value)
            .SendTest($"test-{call.Gateway.NewSubmission().Value}", key.Id, to, preview.Mail);
        return Call.Answer(
            sent, mail => new TestSentBody(to.ToString(), mail.Subject), ApiJson.Wire.TestSentBody,
            StatusCodes.Status202Accepted);
    }

    private static IResult Show(TemplateKey key, Answer<TemplateView> answer) => key.Standard is { } standard
        ? Call.Answer(answer, view => StandardEmailBody.Of(standard, view), ApiJson.Wire.StandardEmailBody)
        : Call.Answer(answer, TemplateBody.Of, ApiJson.Wire.TemplateBody);
}
