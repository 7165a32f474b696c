using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Actors.Api.Admin.Contracts;
using Actors.Api.Admin.Effects;
using Actors.Api.Admin.Health;
using Actors.Api.Admin.Held;
using Actors.Api.Admin.LiveDelivery;
using Actors.Api.Admin.Plans;
using Actors.Api.Admin.Routes;
using Actors.Api.Admin.Senders;
using Actors.Api.Admin.SmtpAccounts;
using Actors.Api.Admin.Tenants;
using Actors.Api.Allowances;
using Actors.Api.ApiKeys;
using Actors.Api.Billing;
using Actors.Api.Blacklist;
using Actors.Api.Contacts;
using Actors.Api.Customers;
using Actors.Api.Departures;
using Actors.Api.Domains;
using Actors.Api.Events;
using Actors.Api.Health;
using Actors.Api.Hosting;
using Actors.Api.Imports;
using Actors.Api.Ledgers;
using Actors.Api.Messages;
using Actors.Api.Messages.Batch;
using Actors.Api.Passwords;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Api.Reports;
using Actors.Api.Sandbox;
using Actors.Api.Senders;
using Actors.Api.Sessions;
using Actors.Api.SignUps;
using Actors.Api.SmtpAccounts;
using Actors.Api.StandardEmails;
using Actors.Api.Templates;
using Actors.Api.Tenants;
using Actors.Api.TestAddresses;
using Actors.Api.Thresholds;
using Actors.Api.Users;

namespace Actors.Api.Json;

/// <summary>The generated serialisers of every shape that goes over the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(SentMessage))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(BatchBody))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(RecipientBody))]
[JsonSerializable(typeof(Page<RecipientBody>))]
[JsonSerializable(typeof(Page<EventBody>))]
[JsonSerializable(typeof(EventPageBody))]
[JsonSerializable(typeof(CommandBody))]
[JsonSerializable(typeof(Page<SandboxMailBody>))]
[JsonSerializable(typeof(SandboxContentBody))]
[JsonSerializable(typeof(WayOutBody))]
[JsonSerializable(typeof(SetWayOutRequest))]
[JsonSerializable(typeof(SmtpAccountBody))]
[JsonSerializable(typeof(AccountStatisticsBody))]
[JsonSerializable(typeof(ReportBody))]
[JsonSerializable(typeof(Page<CampaignBody>))]
[JsonSerializable(typeof(Page<ReportedRecipientBody>))]
[JsonSerializable(typeof(BillingBody))]
[JsonSerializable(typeof(Page<SmtpAccountBody>))]
[JsonSerializable(typeof(SmtpAccountRequest))]
[JsonSerializable(typeof(Page<LoginBody>))]
[JsonSerializable(typeof(CheckRequest))]
[JsonSerializable(typeof(CheckBody))]
[JsonSerializable(typeof(AddLoginRequest))]
[JsonSerializable(typeof(LoginPasswordRequest))]
[JsonSerializable(typeof(LoginPasswordBody))]
[JsonSerializable(typeof(DeclineAccountRequest))]
[JsonSerializable(typeof(PauseAccountRequest))]
[JsonSerializable(typeof(SourceAddressRequest))]
[JsonSerializable(typeof(AllowanceBody))]
[JsonSerializable(typeof(RatesBody))]
[JsonSerializable(typeof(TenantHealthBody))]
[JsonSerializable(typeof(LiftRequest))]
[JsonSerializable(typeof(Page<BlockedAccountBody>))]
[JsonSerializable(typeof(TenantBody))]
[JsonSerializable(typeof(Page<TenantBody>))]
[JsonSerializable(typeof(CreateTenantRequest))]
[JsonSerializable(typeof(SenderBody))]
[JsonSerializable(typeof(ApiKeyRequest))]
[JsonSerializable(typeof(ApiKeyBody))]
[JsonSerializable(typeof(Page<ApiKeyBody>))]
[JsonSerializable(typeof(LogInRequest))]
[JsonSerializable(typeof(OpenedBody))]
[JsonSerializable(typeof(LoggedInBody))]
[JsonSerializable(typeof(SessionBody))]
[JsonSerializable(typeof(Page<SessionBody>))]
[JsonSerializable(typeof(ChangePasswordRequest))]
[JsonSerializable(typeof(ChangeAddressRequest))]
[JsonSerializable(typeof(PasswordResetRequest))]
[JsonSerializable(typeof(UserBody))]
[JsonSerializable(typeof(Page<UserBody>))]
[JsonSerializable(typeof(InviteUserRequest))]
[JsonSerializable(typeof(ChangeUserRequest))]
[JsonSerializable(typeof(TestAddressRequest))]
[JsonSerializable(typeof(TestAddressBody))]
[JsonSerializable(typeof(Page<TestAddressBody>))]
[JsonSerializable(typeof(RegisteredSenderBody))]
[JsonSerializable(typeof(Page<RegisteredSenderBody>))]
[JsonSerializable(typeof(RegisterSenderRequest))]
[JsonSerializable(typeof(RenameSenderRequest))]
[JsonSerializable(typeof(SetCertificateRequest))]
[JsonSerializable(typeof(SendersPolicyBody))]
[JsonSerializable(typeof(IssuedApiKeyBody))]
[JsonSerializable(typeof(CreateSmtpAccountRequest))]
[JsonSerializable(typeof(IssueLoginRequest))]
[JsonSerializable(typeof(IssuedLoginBody))]
[JsonSerializable(typeof(TrustedNetworksRequest))]
[JsonSerializable(typeof(RouteBody))]
[JsonSerializable(typeof(Page<RouteBody>))]
[JsonSerializable(typeof(SetRouteRequest))]
[JsonSerializable(typeof(LiveDeliveryBody))]
[JsonSerializable(typeof(HeldBody))]
[JsonSerializable(typeof(Page<HeldBody>))]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(Page<FailedEffectBody>))]
[JsonSerializable(typeof(RetriedBody))]
[JsonSerializable(typeof(DepartureBody))]
[JsonSerializable(typeof(CatalogueBody))]
[JsonSerializable(typeof(PlanBody))]
[JsonSerializable(typeof(AddOnBody))]
[JsonSerializable(typeof(ContractBody))]
[JsonSerializable(typeof(PlanRequestBody))]
[JsonSerializable(typeof(AskForPlanRequest))]
[JsonSerializable(typeof(NamedPlan))]
[JsonSerializable(typeof(AddOnQuantity))]
[JsonSerializable(typeof(DeclineReason))]
[JsonSerializable(typeof(PlanTermsRequest))]
[JsonSerializable(typeof(AddOnTermsRequest))]
[JsonSerializable(typeof(BillingRequest))]
[JsonSerializable(typeof(CustomerBody))]
[JsonSerializable(typeof(LedgerBody))]
[JsonSerializable(typeof(Page<LedgerBody>))]
[JsonSerializable(typeof(BookEntryRequest))]
[JsonSerializable(typeof(Page<AskingTenantBody>))]
[JsonSerializable(typeof(TemplateBody))]
[JsonSerializable(typeof(Page<TemplateBody>))]
[JsonSerializable(typeof(Page<TemplateVersionBody>))]
[JsonSerializable(typeof(CreateTemplateRequest))]
[JsonSerializable(typeof(ChangeTemplateRequest))]
[JsonSerializable(typeof(PreviewRequest))]
[JsonSerializable(typeof(PreviewBody))]
[JsonSerializable(typeof(TestRequest))]
[JsonSerializable(typeof(TestSentBody))]
[JsonSerializable(typeof(StandardEmailBody))]
[JsonSerializable(typeof(Page<StandardEmailBody>))]
[JsonSerializable(typeof(ChangeStandardEmailRequest))]
[JsonSerializable(typeof(EmailFooterBody))]
[JsonSerializable(typeof(EmailLanguageBody))]
[JsonSerializable(typeof(DomainBody))]
[JsonSerializable(typeof(Page<DomainBody>))]
[JsonSerializable(typeof(RegisterDomainRequest))]
[JsonSerializable(typeof(ChangeDomainRequest))]
[JsonSerializable(typeof(ShareDomainRequest))]
[JsonSerializable(typeof(ShareLinkBody))]
[JsonSerializable(typeof(ContactBody))]
[JsonSerializable(typeof(Page<ContactBody>))]
[JsonSerializable(typeof(PutContactRequest))]
[JsonSerializable(typeof(ChangeContactRequest))]
[JsonSerializable(typeof(ImportBody))]
[JsonSerializable(typeof(Page<ImportBody>))]
[JsonSerializable(typeof(Page<ImportErrorBody>))]
[JsonSerializable(typeof(SignUpRequest))]
[JsonSerializable(typeof(SignedUpBody))]
[JsonSerializable(typeof(SignUpBody))]
[JsonSerializable(typeof(FormTakenBody))]
[JsonSerializable(typeof(SignUpFormRequest))]
[JsonSerializable(typeof(ChangeSignUpFormRequest))]
[JsonSerializable(typeof(SignUpFormBody))]
[JsonSerializable(typeof(Page<SignUpFormBody>))]
[JsonSerializable(typeof(BlacklistBody))]
[JsonSerializable(typeof(Page<BlacklistBody>))]
[JsonSerializable(typeof(BlacklistLine))]
[JsonSerializable(typeof(BlacklistRequest))]
[JsonSerializable(typeof(ImportBlacklistRequest))]
[JsonSerializable(typeof(ImportedBody))]
[JsonSerializable(typeof(HealthBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Texts are written as they are: answers are JSON, never part of a page.</summary>
    public static ApiJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new TimestampConverter() },
    });
}
