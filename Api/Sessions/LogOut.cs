using Actors.Api.Access;
using Actors.Api.Hosting;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sessions;

/// <summary>Ends the session that asks.</summary>
internal sealed class LogOut : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/session", Audience.User, "logOut", LogIn.Tag, "Log out")
    {
        Outcomes = [new(204, "The session is over.")],
    };

    public static async Task<IResult> Handle(Call call)
    {
        await OwnSessions.End(call, call.Caller.Session!.Entry.Id);
        new SessionCookie(call.Gateway.PublicUrl).Remove(call.Http.Response);
        return Call.NoContent;
    }
}
