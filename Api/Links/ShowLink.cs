using System.Collections.Immutable;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Links;

/// <summary>Shows what a link in a mail is about.</summary>
internal sealed class ShowLink : IEndpoint
{
    public const string Tag = "Links";

    public static readonly ImmutableArray<Outcome> Pages =
    [
        new(200, "A page.", typeof(string), "text/html"),
        new(404, "A page: the link was never given out, or another one replaced it.", typeof(string), "text/html"),
        new(410, "A page: the link is too old, or was used.", typeof(string), "text/html"),
    ];

    public static Operation Operation { get; } = new(
        "GET", "/links/{token}", Audience.Public, "showLink", Tag, "Show the page behind a link in a mail")
    {
        Description = "For people, in a browser. It changes nothing: the button on the page does.",
        Outcomes = Pages,
    };

    public static Task<IResult> Handle(Call call) => Following.Show(call);
}
