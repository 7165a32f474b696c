using Actors.Api.Blacklist;
using Actors.Api.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Actors.Api.Contacts;

/// <summary>Contacts, and the blacklist.</summary>
internal static class ContactEndpoints
{
    public static IEndpointRouteBuilder AddContacts(this IEndpointRouteBuilder routes, Gateway gateway) => routes
        .Add<ListContacts>(gateway).Add<PutContact>(gateway).Add<GetContact>(gateway)
        .Add<ChangeContact>(gateway).Add<EraseContact>(gateway)
        .Add<ListBlacklist>(gateway).Add<AddToBlacklist>(gateway).Add<ImportBlacklist>(gateway)
        .Add<GetBlacklisted>(gateway).Add<RemoveFromBlacklist>(gateway);
}
