using Actors.Api.Blacklist;
using Actors.Api.Hosting;
using Actors.Api.Imports;
using Actors.Api.SignUps;
using Microsoft.AspNetCore.Routing;

namespace Actors.Api.Contacts;

/// <summary>Contacts, and the blacklist.</summary>
internal static class ContactEndpoints
{
    public static IEndpointRouteBuilder AddContacts(this IEndpointRouteBuilder routes, Gateway gateway) => routes
        .Add<ListContacts>(gateway).Add<PutContact>(gateway).Add<GetContact>(gateway)
        .Add<ChangeContact>(gateway).Add<EraseContact>(gateway).Add<UnsubscribeContact>(gateway)
        .Add<ImportContacts>(gateway).Add<ListImports>(gateway).Add<GetImport>(gateway)
        .Add<ContinueImport>(gateway).Add<CancelImport>(gateway).Add<ListImportErrors>(gateway)
        .Add<ImportEntries>(gateway)
        .Add<AskForSignUp>(gateway).Add<GetSignUp>(gateway)
        .Add<ListSignUpForms>(gateway).Add<CreateSignUpForm>(gateway).Add<GetSignUpForm>(gateway)
        .Add<ChangeSignUpForm>(gateway).Add<DeleteSignUpForm>(gateway)
        .Add<SubmitForm>(gateway).Add<AllowForm>(gateway)
        .Add<ListBlacklist>(gateway).Add<AddToBlacklist>(gateway).Add<ImportBlacklist>(gateway)
        .Add<GetBlacklisted>(gateway).Add<RemoveFromBlacklist>(gateway);
}
