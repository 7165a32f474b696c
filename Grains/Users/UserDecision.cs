using Actors.Grains.Submissions;

namespace Actors.Grains.Users;

/// <summary>What a command on users leads to: the state afterwards with the user it was about, or a no.</summary>
/// <param name="User">Null when refused.</param>
public sealed record UserDecision(TenantUsersState State, StoredUser? User, Refusal? Refusal);
