using System.Collections.Immutable;
using Actors.Api.Access;
using Actors.Api.Contacts;
using Actors.Api.Hosting;
using Actors.Api.Links;
using Actors.Api.Problems;
using Actors.Api.Sessions;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Sessions;
using Actors.Grains.SignUps;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SignUps;

/// <summary>What a page's form sends.</summary>
/// <remarks>It is stored for whatever address, and looked at after the answer: neither what is answered nor how long it
/// takes tells whether a message goes.</remarks>
internal sealed class SubmitForm : IEndpoint
{
    /// <summary>All details a form may have, each as long as it may be and percent-encoded.</summary>
    private const int BytesMax = 192 * 1024;

    public static Operation Operation { get; } = new(
        "POST", "/forms/{form}", Audience.Public, "submitForm", ContactPath.Tag, "Sign up by a form")
    {
        Description =
            """
            A form (`application/x-www-form-urlencoded` or `multipart/form-data`) with `email`, the details that the
            form has, and `website` left empty. The answer is the same whoever it is, and comes before anybody looks
            who it is. A script of the page sends it with `Accept: application/json`, and is answered in JSON.
            """,
        Outcomes =
        [
            new(200, "A page that says thank you.", typeof(string), "text/html"),
            new(202, "Taken, told to a script.", typeof(FormTakenBody)),
            new(303, "To the page that the form names."),
            new(404, "A page: there is no such form.", typeof(string), "text/html"),
            new(422, "A page that asks for the address again.", typeof(string), "text/html"),
        ],
        Problems =
        [
            ProblemTypes.TooManyAttempts, ProblemTypes.NotAllowed, ProblemTypes.InvalidField,
            ProblemTypes.UnsupportedMediaType,
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (await FormPath.Find(call) is not var (tenant, form))
            return new LinkResult(new LinkView.Closed(LinkStanding.Unknown));
        if (!FormOrigins.Admit(call.Http, form))
            return FormOrigins.Refused;
        if (await LinkForm.Read(call.Http, BytesMax) is not { } sent)
            return call.Http.Request.HasFormContentType
                ? new LinkResult(new LinkView.Closed(LinkStanding.Unknown))
                : new Problem(
                    ProblemTypes.UnsupportedMediaType,
                    "Send the form as application/x-www-form-urlencoded or multipart/form-data.");
        if (await Busy(call) is { } slower)
            return slower;
        var answers = new FormAnswers(call, form, await SignUpWords.Of(call, tenant, form.Language));
        if (!EmailAddress.TryParse(sent.Text("email"), out var address))
            return answers.NoAddress;
        if (sent.Text(SignUpForm.Trap).Length == 0)
            await Entry(call, tenant).Keep(SignUpOf(call, form, address, sent));
        return answers.Taken;
    }

    private static ISignUpEntryGrain Entry(Call call, TenantId tenant) => call.Grains.GetGrain<ISignUpEntryGrain>(
        new SignUpEntryKey(tenant, call.Gateway.NewId(SignUpEntryKey.Prefix)).ToString());

    private static SignUp SignUpOf(Call call, SignUpForm form, EmailAddress address, LinkForm sent)
    {
        var details = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in form.Details)
            if (sent.Text(name) is { Length: > 0 and <= ContactLimits.DetailValueLengthMax } value
                && !value.AsSpan().ContainsAny(TextRules.Controls))
                details[name] = value;
        var page = call.Http.Request.Headers.Origin.ToString();
        var source = page.Length is > 0 and <= SignUpLimits.SourceLengthMax ? page : form.Id;
        return new SignUp(
            address, form.Lists, details.ToImmutable(), source, form.Consent, SubscriberNetwork.Of(call), form.Language,
            form.Sender);
    }

    /// <summary>By network: whoever fills in a form does so now and then, and programs without end.</summary>
    private static async Task<Problem?> Busy(Call call)
    {
        var network = LogInNetwork.KeyOf(call.Gateway.Clients.Of(call.Http));
        var wait = await call.Grains.GetGrain<ILogInNetworkGrain>("form/" + network).Take();
        return wait <= TimeSpan.Zero
            ? null
            : new Problem(ProblemTypes.TooManyAttempts, "There were too many sign-ups from this network.")
            {
                RetryAfterSeconds = (int)Math.Ceiling(wait.TotalSeconds),
            };
    }
}

/// <param name="Message">What the page can say, in its language.</param>
internal sealed record FormTakenBody(string Message);
