using Actors.Api.Access;
using Actors.Api.Contacts;
using Actors.Api.Hosting;
using Actors.Api.Links;
using Actors.Api.Problems;
using Actors.Grains.Links;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SignUps;

/// <summary>Answers a browser that asks, before a script sends a form, whether it may.</summary>
internal sealed class AllowForm : IEndpoint
{
    private const int SecondsMax = 3_600;

    public static Operation Operation { get; } = new(
        "OPTIONS", "/forms/{form}", Audience.Public, "allowForm", ContactPath.Tag, "Ask whether a form may be sent")
    {
        Description = "For browsers (CORS). It is the only path that scripts of other sites may use.",
        Outcomes =
        [
            new(204, "It may be sent from that page, by POST."),
            new(404, "A page: there is no such form.", typeof(string), "text/html"),
        ],
        Problems = [ProblemTypes.NotAllowed],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (await FormPath.Find(call) is not var (_, form))
            return new LinkResult(new LinkView.Closed(LinkStanding.Unknown));
        if (!FormOrigins.Admit(call.Http, form))
            return FormOrigins.Refused;
        var headers = call.Http.Response.Headers;
        headers.AccessControlAllowMethods = HttpMethods.Post;
        headers.AccessControlAllowHeaders = "Accept, Content-Type";
        headers.AccessControlMaxAge = SecondsMax.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Call.NoContent;
    }
}
