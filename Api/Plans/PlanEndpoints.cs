using Actors.Api.Admin.Contracts;
using Actors.Api.Admin.Departures;
using Actors.Api.Admin.Plans;
using Actors.Api.Allowances;
using Actors.Api.Customers;
using Actors.Api.Departures;
using Actors.Api.Hosting;
using Actors.Api.Ledgers;
using Microsoft.AspNetCore.Routing;

namespace Actors.Api.Plans;

/// <summary>Plans, contracts, ledgers, customer data and departures.</summary>
internal static class PlanEndpoints
{
    public static IEndpointRouteBuilder AddPlans(this IEndpointRouteBuilder routes, Gateway gateway) => routes
        .Add<ListPlans>(gateway).Add<GetPlan>(gateway).Add<GetAllowance>(gateway)
        .Add<GetCustomer>(gateway).Add<SetCustomer>(gateway)
        .Add<AskForPlan>(gateway).Add<WithdrawRequest>(gateway)
        .Add<Downgrade>(gateway).Add<CancelPlan>(gateway).Add<KeepPlan>(gateway)
        .Add<CancelAddOn>(gateway).Add<KeepAddOn>(gateway)
        .Add<GetLedger>(gateway).Add<ListLedgerCycles>(gateway).Add<GetLedgerCycle>(gateway)
        .Add<ShowDeparture>(gateway).Add<Leave>(gateway).Add<Stay>(gateway).Add<ExportOwnTenant>(gateway);

    public static IEndpointRouteBuilder AddPlansForOperator(
        this IEndpointRouteBuilder routes, Gateway gateway) => routes
        .Add<GetCatalogue>(gateway).Add<GetPlanTerms>(gateway).Add<SetPlanTerms>(gateway)
        .Add<SetAddOnTerms>(gateway).Add<SetBilling>(gateway)
        .Add<ListPlanRequests>(gateway).Add<ActivateRequest>(gateway).Add<DeclineRequest>(gateway)
        .Add<GetTenantPlan>(gateway).Add<SetTenantPlan>(gateway).Add<SetTenantAddOn>(gateway)
        .Add<GetTenantCustomer>(gateway).Add<SetTenantCustomer>(gateway)
        .Add<GetTenantLedger>(gateway).Add<ListTenantLedgerCycles>(gateway).Add<GetTenantLedgerCycle>(gateway)
        .Add<BookEntry>(gateway)
        .Add<ShowTenantDeparture>(gateway).Add<LeaveTenant>(gateway).Add<StayTenant>(gateway)
        .Add<ExportTenant>(gateway);
}
