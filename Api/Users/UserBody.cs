using Actors.Grains.Users;

namespace Actors.Api.Users;

/// <param name="Id">usr_...</param>
/// <param name="Role">admin, sender or analyst; of the operator's users admin or support.</param>
/// <param name="Status">invited, or active once the link was followed.</param>
/// <param name="InvitationExpiresAt">Null of an active user.</param>
internal sealed record UserBody(
    string Id, string Email, string? Name, string Role, string Status, DateTimeOffset CreatedAt,
    DateTimeOffset? InvitationExpiresAt)
{
    public static UserBody Of(UserView view) => new(
        view.Id, view.Address.ToString(), view.Name, view.Role.Name(), view.Active ? "active" : "invited",
        view.CreatedAt, view.InvitationExpiresAt);
}

/// <param name="Name">1 to 100 characters.</param>
/// <param name="Role">admin, sender or analyst; of the operator's users admin or support.</param>
internal sealed record InviteUserRequest(string Email, string? Name, string Role);

/// <summary>What is absent stays.</summary>
internal sealed record ChangeUserRequest(string? Name, string? Role);
