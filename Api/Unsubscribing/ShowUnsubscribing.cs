using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Links;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Unsubscribing;

/// <summary>The page behind the link in a message.</summary>
internal sealed class ShowUnsubscribing : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/u/{token}", Audience.Public, "showUnsubscribing", ShowLink.Tag, "Show the page to unsubscribe")
    {
        Description = "For people, in a browser. It changes nothing: the buttons on the page do.",
        Outcomes = Unsubscribe.Pages,
    };

    public static async Task<IResult> Handle(Call call)
    {
        var claim = await Leaving.Find(call);
        return new LinkResult(claim is null ? Leaving.Unknown : LeavingPage.Ask(call, claim));
    }
}
