using Actors.Api.Access;
using Actors.Api.Hosting;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Links;

/// <summary>Does what the button on the page behind a link says.</summary>
internal sealed class FollowLink : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/links/{token}", Audience.Public, "followLink", ShowLink.Tag, "Press the button behind a link")
    {
        Description = "A form (`application/x-www-form-urlencoded`) with the fields that the page asks for.",
        Outcomes =
        [
            .. ShowLink.Pages,
            new(422, "The page again: what was filled in cannot be taken.", typeof(string), "text/html"),
        ],
    };

    public static Task<IResult> Handle(Call call) => Following.Act(call);
}
