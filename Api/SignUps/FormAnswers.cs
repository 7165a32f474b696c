using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Links;
using Actors.Api.Problems;
using Actors.Grains.SignUps;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SignUps;

/// <summary>What whoever fills in a form is told: a browser by a page, a script in JSON.</summary>
internal sealed class FormAnswers(Call call, SignUpForm form, SignUpWords words)
{
    private const int AddressLengthMax = 320;

    /// <summary>A script cannot follow to the page that the form names: it is one of another site.</summary>
    private bool IsForScript => call.Http.Request.GetTypedHeaders().Accept
        .Any(type => type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));

    private string Thanks => form.ThankYou ?? words.Thanks;

    public IResult Taken =>
        IsForScript
            ? new JsonResult<FormTakenBody>(
                StatusCodes.Status202Accepted, new FormTakenBody(Thanks), ApiJson.Wire.FormTakenBody)
        : form.Redirect is { } page ? new SeeOther(page)
        : new LinkResult(new LinkView.Done(words.ThanksTitle, Thanks) { Language = words.Language });

    public IResult NoAddress => IsForScript
        ? Problem.Field("/email", "address_syntax", words.NoAddress)
        : new LinkResult(new LinkView.Ask(words.SignUp, words.AskAddress, words.SignUp)
        {
            Language = words.Language,
            Fields = [new LinkField("email", words.Address, "email", "email", AddressLengthMax)],
            Fault = words.NoAddress,
        });

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
