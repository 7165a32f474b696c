using Actors.Api.Admin.ApiKeys;
using Actors.Api.Admin.Contracts;
using Actors.Api.Admin.Effects;
using Actors.Api.Admin.Health;
using Actors.Api.Admin.Held;
using Actors.Api.Admin.LiveDelivery;
using Actors.Api.Admin.Routes;
using Actors.Api.Admin.Sandbox;
using Actors.Api.Admin.Senders;
using Actors.Api.Admin.SmtpAccounts;
using Actors.Api.Admin.Tenants;
using Actors.Api.Admin.Users;
using Actors.Api.Admin.Zone;
using Actors.Api.ApiKeys;
using Actors.Api.Billing;
using Actors.Api.Contacts;
using Actors.Api.Domains;
using Actors.Api.Events;
using Actors.Api.Health;
using Actors.Api.Hosting;
using Actors.Api.Links;
using Actors.Api.Messages;
using Actors.Api.Messages.Batch;
using Actors.Api.OpenApi;
using Actors.Api.Passwords;
using Actors.Api.Plans;
using Actors.Api.Reports;
using Actors.Api.Sandbox;
using Actors.Api.Senders;
using Actors.Api.Sessions;
using Actors.Api.SmtpAccounts;
using Actors.Api.Templates;
using Actors.Api.Tenants;
using Actors.Api.TestAddresses;
using Actors.Api.Thresholds;
using Actors.Api.Unsubscribing;
using Actors.Api.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Actors.Api;

/// <summary>Puts the HTTP API into a host.</summary>
public static class ActorsApi
{
    /// <summary>
    /// The host also registers <see cref="IGrainFactory"/>, <see cref="Grains.Ids.IIdSource"/> and what is to be asked
    /// by <c>/readyz</c> (<see cref="IReadiness"/>).
    /// </summary>
    public static IServiceCollection AddActorsApi(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ApiOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApiOptions>, ApiOptionsValidator>();
        services.AddSingleton<Gateway>();
        services.AddSingleton<IStartupFilter, EdgeFilter>();
        services.AddRouting();
        return services.AddDescription();
    }

    public static IEndpointRouteBuilder MapActorsApi(this IEndpointRouteBuilder routes)
    {
        var gateway = routes.ServiceProvider.GetRequiredService<Gateway>();
        routes.MapOpenApi();
        return routes
            .Add<GetHealth>(gateway).Add<GetReadiness>(gateway).Add<GetErrors>(gateway)
            .Add<ShowLink>(gateway).Add<FollowLink>(gateway)
            .Add<ShowUnsubscribing>(gateway).Add<Unsubscribe>(gateway)
            .AddTenantEndpoints(gateway).AddPlans(gateway).AddTemplates(gateway).AddDomains(gateway)
            .AddSenders(gateway).AddContacts(gateway)
            .AddOperatorEndpoints(gateway).AddPlansForOperator(gateway).Add<GetZone>(gateway);
    }

    private static IEndpointRouteBuilder AddTenantEndpoints(
        this IEndpointRouteBuilder routes, Gateway gateway) => routes
        .Add<SendMessage>(gateway).Add<SendBatch>(gateway)
        .Add<ListMessages>(gateway).Add<GetMessage>(gateway).Add<GetMessageEvents>(gateway)
        .Add<CancelMessage>(gateway).Add<RetryMessage>(gateway)
        .Add<ReleaseMessage>(gateway).Add<DropMessage>(gateway)
        .Add<PullEvents>(gateway)
        .Add<ListSandboxMessages>(gateway).Add<GetSandboxMessage>(gateway)
        .Add<GetSandboxSource>(gateway)
        .Add<LogIn>(gateway).Add<GetSession>(gateway).Add<LogOut>(gateway)
        .Add<ListSessions>(gateway).Add<EndSession>(gateway)
        .Add<ChangePassword>(gateway).Add<ChangeAddress>(gateway).Add<RequestPasswordReset>(gateway)
        .Add<ListUsers>(gateway).Add<InviteUser>(gateway).Add<GetUser>(gateway).Add<ChangeUser>(gateway)
        .Add<RemoveUser>(gateway).Add<InviteUserAgain>(gateway)
        .Add<ListApiKeys>(gateway).Add<CreateApiKey>(gateway).Add<DeleteApiKey>(gateway)
        .Add<ListTestAddresses>(gateway).Add<AddTestAddress>(gateway).Add<RemoveTestAddress>(gateway)
        .Add<GetTenant>(gateway)
        .AddReports(gateway)
        .AddSmtpAccounts(gateway);

    private static IEndpointRouteBuilder AddReports(this IEndpointRouteBuilder routes, Gateway gateway) => routes
        .Add<GetReport>(gateway).Add<ListReportedRecipients>(gateway).Add<ListCampaigns>(gateway)
        .Add<GetBilling>(gateway).Add<GetTenantBilling>(gateway);

    private static IEndpointRouteBuilder AddSmtpAccounts(this IEndpointRouteBuilder routes, Gateway gateway) => routes
        .Add<ListSmtpAccounts>(gateway).Add<AskForSmtpAccount>(gateway).Add<GetSmtpAccount>(gateway)
        .Add<ChangeSmtpAccount>(gateway).Add<DeleteSmtpAccount>(gateway)
        .Add<EnableSmtpAccount>(gateway).Add<DisableSmtpAccount>(gateway).Add<CheckSmtpAccount>(gateway)
        .Add<GetAccountStatistics>(gateway).Add<GetAccountHealth>(gateway)
        .Add<ListLogins>(gateway).Add<AddLogin>(gateway).Add<ChangeLoginPassword>(gateway).Add<RemoveLogin>(gateway);

    private static IEndpointRouteBuilder AddOperatorEndpoints(
        this IEndpointRouteBuilder routes, Gateway gateway) => routes
        .Add<GetLiveDelivery>(gateway).Add<SetLiveDelivery>(gateway)
        .Add<ListRoutes>(gateway).Add<SetRoute>(gateway).Add<RemoveRoute>(gateway)
        .Add<ListHeld>(gateway).Add<ReleaseHeld>(gateway).Add<DropHeld>(gateway)
        .Add<ListFailedEffects>(gateway).Add<RetryFailedEffects>(gateway)
        .Add<ListTenants>(gateway).Add<CreateTenant>(gateway).Add<GetTenantAsOperator>(gateway)
        .Add<AddSender>(gateway).Add<RemoveSender>(gateway)
        .Add<ListTenantUsers>(gateway).Add<InviteTenantUser>(gateway).Add<RemoveTenantUser>(gateway)
        .Add<ListOperatorUsers>(gateway).Add<InviteOperatorUser>(gateway).Add<ChangeOperatorUser>(gateway)
        .Add<RemoveOperatorUser>(gateway).Add<InviteOperatorUserAgain>(gateway)
        .Add<IssueApiKey>(gateway).Add<RevokeApiKey>(gateway)
        .Add<CreateSmtpAccount>(gateway).Add<ListTenantSmtpAccounts>(gateway)
        .Add<ApproveSmtpAccount>(gateway).Add<DeclineSmtpAccount>(gateway)
        .Add<SetSourceAddress>(gateway)
        .Add<PauseSmtpAccount>(gateway).Add<ResumeSmtpAccount>(gateway)
        .Add<ListOperatorMails>(gateway).Add<GetOperatorMail>(gateway)
        .Add<GetOperatorMailSource>(gateway)
        .Add<ListBlockedAccounts>(gateway).Add<GetTenantHealth>(gateway)
        .Add<LiftAccountBlock>(gateway).Add<LiftTenantBlock>(gateway)
        .Add<IssueLogin>(gateway).Add<RevokeLogin>(gateway).Add<SetTrustedNetworks>(gateway)
            .Add<SetFailureNotices>(gateway);
}
