using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Submissions;

namespace Actors.Grains.SignUps;

/// <summary>The forms of a tenant.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>.</remarks>
[Alias("sign-up-forms")]
public interface ISignUpFormsGrain : ITenantPart
{
    /// <summary>Refused where there are too many, or its messages could not be sent.</summary>
    Task<Answer<SignUpForm>> Add(SignUpForm form);

    /// <summary>Refused where its messages could not be sent then. Who has signed up before is asked as it was
    /// then.</summary>
    Task<Answer<SignUpForm>> Change(string id, SignUpFormChange change);

    /// <returns>Null when done.</returns>
    Task<Refusal?> Delete(string id);

    /// <returns>Null where there is none.</returns>
    [ReadOnly]
    Task<SignUpForm?> Find(string id);

    /// <returns>In the order they were made; at most <see cref="SignUpFormLimits.Max"/>.</returns>
    [ReadOnly]
    Task<ImmutableArray<SignUpForm>> List();
}
