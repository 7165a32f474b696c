using System.Collections.Immutable;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Links;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Unsubscribing;

/// <summary>Leaves at once: for mail providers by one click (RFC 8058), for people by buttons.</summary>
internal sealed class Unsubscribe : IEndpoint
{
    public static readonly ImmutableArray<Outcome> Pages =
    [
        new(200, "A page.", typeof(string), "text/html"),
        new(404, "A page: no such link was given out.", typeof(string), "text/html"),
    ];

    public static Operation Operation { get; } = new(
        "POST", "/u/{token}", Audience.Public, "unsubscribe", ShowLink.Tag, "Unsubscribe")
    {
        Description =
            """
            One click (RFC 8058): the form `List-Unsubscribe=One-Click`, as `application/x-www-form-urlencoded` or
            `multipart/form-data`, without cookies or anything else. It leaves the list that the message came by; without
            one, all. The buttons of the page say `from=list` or `from=all`. Repeating it changes nothing and answers the
            same.
            """,
        Outcomes = Pages,
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (await LinkForm.Read(call.Http) is not { } form || await Leaving.Find(call) is not { } claim)
            return new LinkResult(Leaving.Unknown);
        var isOneClick = form.Text("List-Unsubscribe") == "One-Click";
        if (!isOneClick && form.Text(LeavingPage.From) is not (LeavingPage.List or LeavingPage.All))
            return new LinkResult(LeavingPage.Ask(call, claim));
        var list = form.Text(LeavingPage.From) == LeavingPage.All ? null : claim.List;
        await Leaving.Leave(call, claim, list);
        return new LinkResult(LeavingPage.Done(call, list));
    }
}
