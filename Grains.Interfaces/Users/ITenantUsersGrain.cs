using System.Collections.Immutable;
using Actors.Grains.Alarms;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Users;

/// <summary>The users of a tenant: all in one grain, because there always has to be an admin among them.</summary>
/// <remarks>Key: <see cref="TenantId"/>; that of the platform's own tenant for the operator's users.</remarks>
[Alias("tenant-users")]
public interface ITenantUsersGrain : IAlarmed, ITenantPart
{
    /// <summary>Adds a user who becomes one by following the link in a mail.</summary>
    Task<Answer<UserView>> Invite(UserDraft draft);

    /// <summary>Sends another link; the one before stops working.</summary>
    Task<Answer<UserView>> InviteAgain(string user, string invitedBy);

    /// <param name="ifMatch">The version the client has seen; null where it does not ask.</param>
    Task<Answer<UserView>> Change(string user, UserChange change, string? ifMatch);

    /// <summary>Takes the user's access away, sessions and all, with the next request.</summary>
    /// <returns>Null when done.</returns>
    Task<Refusal?> Remove(string user);

    [ReadOnly]
    Task<Answer<UserView>> Get(string user);

    /// <returns>In order of id; at most <see cref="UserLimits.UsersMax"/>.</returns>
    /// <remarks>Answered in between: whoever tells admins something may have been asked by what users do.</remarks>
    [AlwaysInterleave]
    Task<ImmutableArray<UserView>> List();

    /// <summary>With everybody whose invitation was under way.</summary>
    [ReadOnly]
    Task<UserCount> Count();

    /// <returns>What a user may at present; null when it is none, or not yet.</returns>
    [ReadOnly]
    Task<UserAccess?> Access(string user);

    /// <param name="link">Hash of the token.</param>
    [ReadOnly]
    Task<InvitationView> Invitation(string user, string link);

    /// <summary>Follows an invitation; repeating it changes nothing.</summary>
    /// <param name="name">The user's own choice; null leaves it.</param>
    Task<LinkStanding> Accept(string user, string link, string? name);

    /// <summary>Asks the new address to prove itself by a link.</summary>
    /// <returns>Null when the mail is on its way.</returns>
    Task<Refusal?> ChangeAddress(string user, EmailAddress address);

    [ReadOnly]
    Task<InvitationView> AddressChange(string user, string link);

    /// <summary>Follows the link to a new address: the user is the person behind that one from now on.</summary>
    Task<LinkStanding> ConfirmAddress(string user, string link);
}

public static class UserLimits
{
    /// <summary>Users of one tenant, invited ones too.</summary>
    public const int UsersMax = 200;

    /// <summary>Characters of a user's name.</summary>
    public const int NameLengthMax = 100;

    /// <summary>How long an invitation can be followed.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    /// <summary>Between two mails with a link to the same user.</summary>
    public static readonly TimeSpan MailPause = TimeSpan.FromMinutes(1);
}

/// <param name="All">Invited ones, too.</param>
/// <param name="OtherRoles">Those that are no admins.</param>
[GenerateSerializer, Immutable, Alias("user-count")]
public sealed record UserCount(int All, int OtherRoles);

/// <param name="InvitedBy">Who asks, as the mail is to say it.</param>
[GenerateSerializer, Immutable, Alias("user-draft")]
public sealed record UserDraft(EmailAddress Address, string? Name, UserRole Role, string InvitedBy);

/// <summary>What is null stays.</summary>
[GenerateSerializer, Immutable, Alias("user-change")]
public sealed record UserChange(string? Name, UserRole? Role);

/// <param name="Id">usr_...</param>
/// <param name="Active">Whether the invitation was followed.</param>
[GenerateSerializer, Immutable, Alias("user-view")]
public sealed record UserView(
    string Id, EmailAddress Address, string? Name, UserRole Role, bool Active, DateTimeOffset CreatedAt,
    DateTimeOffset? InvitationExpiresAt);

/// <param name="Address">Proved by a link.</param>
[GenerateSerializer, Immutable, Alias("user-access")]
public sealed record UserAccess(string User, UserRole Role, EmailAddress Address, string? Name);

/// <param name="Address">Whose mailbox the link went to; null where it leads nowhere.</param>
[GenerateSerializer, Immutable, Alias("invitation-view")]
public sealed record InvitationView(LinkStanding Standing, EmailAddress? Address);
