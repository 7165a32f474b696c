using System.Collections.Immutable;
using Actors.Grains.Alarms;
using Actors.Grains.Answers;
using Actors.Grains.Credentials;
using Actors.Grains.Departures;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.SmtpAccounts;

/// <summary>A customer's SMTP account: the stream, logins and networks its applications submit through, and whose
/// servers its mail leaves by.</summary>
/// <remarks>Key: <see cref="Ids.AccountKey"/>.</remarks>
[Alias("smtp-account")]
public interface ISmtpAccountGrain : ITenantPart, IAlarmed
{
    /// <summary>Makes a platform account for the operator. Repeating it with the same draft changes nothing.</summary>
    /// <returns>False when an account of that id exists with another draft.</returns>
    Task<bool> Create(SmtpAccountDraft draft);

    /// <summary>Makes an account for its tenant: a platform account waits for approval, an own one for a check.
    /// Repeating it with the same settings changes nothing.</summary>
    Task<Answer<SmtpAccountView>> Ask(AccountRequest request);

    /// <summary>Replaces the settings. What an own account's server is reached by has to be checked anew.</summary>
    /// <param name="ifMatch">The version the client has seen; null where it does not ask.</param>
    Task<Answer<SmtpAccountView>> Change(AccountSettings settings, AccountSecrets secrets, string? ifMatch);

    /// <summary>The tenant's own switch. Off, mail is taken and held; on again, it is released.</summary>
    Task<Answer<SmtpAccountView>> Switch(bool on);

    /// <summary>Begins the end: from now on nothing is taken and nothing leaves.</summary>
    /// <param name="ifMatch">The version the client has seen; null where it does not ask.</param>
    /// <param name="force">Also while mail of it is queued, which the caller then drops.</param>
    /// <returns>Null when it has begun, else why not.</returns>
    Task<Refusal?> Close(string? ifMatch, bool force);

    /// <returns>Null when there is no such account.</returns>
    [ReadOnly]
    Task<SmtpAccountView?> Get();

    /// <summary>As <see cref="Get"/>, with its version.</summary>
    [ReadOnly]
    Task<Answer<SmtpAccountView>> Read();

    /// <summary>What a submission needs to know of the account; null when there is no such account.</summary>
    [ReadOnly]
    Task<AccountPolicy?> Policy();

    /// <summary>Asked before each MAIL FROM.</summary>
    [ReadOnly]
    Task<AccountGate> Gate();

    /// <summary>The tenant's admins are told by mail, once.</summary>
    /// <returns>Null when done; a refusal where a dedicated address is still to be assigned.</returns>
    Task<Refusal?> Approve();

    /// <summary>Answers what was asked for with a no; an account in use is blocked instead.</summary>
    /// <param name="reason">For the tenant.</param>
    Task<Answer<SmtpAccountView>> Decline(string reason);

    /// <summary>The operator's block. Blocked, it still accepts; what is queued is held until it is resumed. The
    /// tenant's admins are told of a block by mail, once.</summary>
    /// <param name="reason">For them; null for none.</param>
    Task SetPaused(bool paused, string? reason = null);

    /// <summary>Assigns the address that an account with a dedicated one sends from, and from then on does.</summary>
    Task<Answer<SmtpAccountView>> SendFrom(SourceAddress source);

    /// <summary>The platform's block. Mail is taken and held until it is lifted; told twice, it is one.</summary>
    Task Block(AccountBlock block);

    /// <param name="number">Of the block that is lifted; a later one stays.</param>
    Task Unblock(BlockCause cause, int number);

    /// <summary>Connects to its own server, logs in and sends a test message; what passes is in force at once. Answers
    /// within <see cref="AccountLimits.CheckTime"/>. Asked again meanwhile, the answer is the same one.</summary>
    /// <param name="to">Proved to be the caller's.</param>
    [AlwaysInterleave]
    Task<Answer<CheckResult>> Check(EmailAddress to);

    /// <summary>A check that was started has ended.</summary>
    /// <param name="serial">As its order said.</param>
    Task Checked(long serial, CheckResult result);

    /// <summary>What came of a connection to its own server while mail was sent.</summary>
    /// <param name="version">Of the server's settings that were used.</param>
    /// <param name="failure">Null when it worked.</param>
    Task NoteServer(int version, ServerFailure? failure);

    /// <summary>Makes a login of its own for one application.</summary>
    /// <returns>User name and password; the password is shown this once.</returns>
    Task<IssuedLogin> IssueLogin(string application);

    /// <param name="password">Chosen, already checked and hashed; null for a generated one.</param>
    Task<Answer<LoginPassword>> AddLogin(string application, ChosenPassword? password);

    /// <summary>In force with the next login; connections that are open stay logged in.</summary>
    /// <param name="password">Chosen, already checked and hashed; null for a generated one.</param>
    Task<Answer<LoginPassword>> ChangePassword(string userName, ChosenPassword? password);

    /// <returns>False when there is no such login.</returns>
    Task<bool> RevokeLogin(string userName);

    /// <summary>Whether whoever submits over SMTP is told by mail when a message fails for good.</summary>
    Task SetNoticeOnFailure(bool on);

    /// <summary>Networks that may submit without AUTH.</summary>
    /// <param name="networks">CIDR form, IPv4 or IPv6.</param>
    /// <param name="anySender">Whether they may use any sender address.</param>
    /// <returns>Null when done, else why not.</returns>
    Task<string?> SetTrustedNetworks(ImmutableArray<string> networks, bool anySender);
}

[GenerateSerializer, Immutable, Alias("smtp-account-draft")]
public sealed record SmtpAccountDraft(string Name, MailStream Stream, bool Approved);

[GenerateSerializer, Immutable, Alias("login-view")]
public sealed record LoginView(string UserName, string Application, DateTimeOffset CreatedAt);

[GenerateSerializer, Immutable, Alias("issued-login")]
public sealed record IssuedLogin(string UserName, string Password);

/// <param name="Password">Null where it was chosen: whoever chose it knows it.</param>
[GenerateSerializer, Immutable, Alias("login-password")]
public sealed record LoginPassword(string UserName, string? Password);
