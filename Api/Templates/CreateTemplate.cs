using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Templates;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Makes a template of the tenant's own.</summary>
internal sealed class CreateTemplate : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/templates", Audience.Tenant, "createTemplate", TemplateCalls.Tag, "Create a template")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "A send names it as `template`. With an `id`, repeating the request changes nothing; without one, every " +
            "request makes a template.",
        Request = typeof(CreateTemplateRequest),
        Outcomes = [new(201, "Created.", typeof(TemplateBody))],
        Problems =
        [
            ProblemTypes.AlreadyExists, ProblemTypes.Conflict, ProblemTypes.MalformedJson,
            ProblemTypes.UnsupportedMediaType, ProblemTypes.TooLarge, ProblemTypes.InvalidField,
        ],
        Examples =
        [
            new("order", "An order with its items", """
                {
                  "id": "tpl_order",
                  "name": "Order",
                  "subject": "Your order {{order.number}}",
                  "text": "{{#each order.items}}{{count}} x {{name}}\n{{else}}Nothing.\n{{/each}}",
                  "html": "<ul>{{#each order.items}}<li>{{count}} x {{name}}</li>{{/each}}</ul>",
                  "publish": true
                }
                """, 201),
            new("raw", "Three braces are refused: values are always escaped", """
                {"name": "Raw", "subject": "Hello", "text": "Hello", "html": "<p>{{{name}}}</p>"}
                """, 422),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields(TemplateFields.BodyBytesMax)).Try(out var fields, out var refused))
            return refused;
        var id = fields.TextOrNull("id", EmailLimits.NameLengthMax) ?? call.NewId(TemplateKey.Prefix);
        if (!TemplateKey.IsOwn(id))
            fields.Error<string>("id", "invalid_id", "A template's id is tpl_ and 1 to 40 of a-z, 0-9, - and _.");
        var name = fields.Name("name", EmailLimits.NameLengthMax);
        var words = TemplateFields.Words(fields);
        var publish = fields.FlagOrNull("publish") ?? false;
        if (fields.Problem() is { } problem)
            return problem;
        if (!TemplateKey.TryParse(call.Tenant, id, out var key))
            return Problem.NotFound;
        var listings = call.Grains.GetGrain<IListingGrain>(PlatformKey.Value);
        var count = await listings.Count(new ListingQuery(ListingKinds.Template) { Tenant = call.Tenant });
        if (count >= EmailLimits.TemplatesMax)
            return Problem.Of(Refusal.Of(
                RefusalCode.Conflict, $"There are {EmailLimits.TemplatesMax} templates; delete one first."));
        return Call.Answer(
            await TemplateCalls.Grain(call, key).Create(name, words, publish), TemplateBody.Of,
            ApiJson.Wire.TemplateBody, StatusCodes.Status201Created, $"/v1/templates/{id}");
    }
}
