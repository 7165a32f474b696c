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
internal sealed class SubmitForm : IEndpoint
{
    /// <summary>All details a form may have, each as long as it may be and percent-encoded.</summary>
    private const int BytesMax = 192 * 1024;

    private static readonly LinkView Unknown = new LinkView.Closed(LinkStanding.Unknown);

    public static Operation Operation { get; } = new(
        "POST", "/forms/{form}", Audience.Public, "submitForm", ContactPath.Tag, "Sign up by a form")
    {
        Description =
            """
            A form (`application/x-www-form-urlencoded` or `multipart/form-data`) with `email`, the details that the form
            has, and `website` left empty. The answer is the same whoever it is.
            """,
        Outcomes =
        [
            new(200, "A page that says thank you.", typeof(string), "text/html"),
            new(303, "To the page that the form names."),
            new(404, "A page: there is no such form.", typeof(string), "text/html"),
            new(422, "A page that asks for the address again.", typeof(string), "text/html"),
        ],
        Problems = [ProblemTypes.TooManyAttempts, ProblemTypes.NotAllowed],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var parts = call.Segment("form").Split('.');
        if (parts.Length != 2 || !TenantId.TryParse(parts[0], out var tenant)
            || await call.Grains.GetGrain<ISignUpFormsGrain>(tenant.Value).Find(parts[1]) is not { } form
            || await LinkForm.Read(call.Http, BytesMax) is not { } sent)
            return new LinkResult(Unknown);
        if (!IsFromThere(call.Http, form.Origins))
            return new Problem(ProblemTypes.NotAllowed, "This form is not for pages of that origin.");
        if (await Busy(call) is { } slower)
            return slower;
        if (!EmailAddress.TryParse(sent.Text("email"), out var address))
            return new LinkResult(Again);
        if (sent.Text(SignUpForm.Trap).Length == 0)
            await call.Grains.SignUp(ContactKey.Of(tenant, address)).Ask(SignUpOf(call, form, address, sent));
        return form.Redirect is { } page
            ? new SeeOther(page)
            : new LinkResult(new LinkView.Done(
                "Thank you", form.ThankYou ?? "Look into your mailbox: an e-mail asks you to confirm."));
    }

    private static LinkView Again { get; } = new LinkView.Ask("Sign up", "Your e-mail address, please.", "Sign up")
    {
        Fields = [new LinkField("email", "E-mail", "email", "email", 320)],
        Fault = "This is no e-mail address.",
    };

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

    /// <summary>Browsers say where a form is from; what says nothing is no browser.</summary>
    private static bool IsFromThere(HttpContext http, ImmutableArray<string> origins) =>
        origins.IsEmpty || (http.Request.Headers.Origin is [{ } origin] && origins.Contains(origin));

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

    private sealed class SeeOther(string page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = page;
            return Task.CompletedTask;
        }
    }
}
