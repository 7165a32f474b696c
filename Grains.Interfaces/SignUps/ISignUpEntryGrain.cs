using Actors.Grains.Alarms;
using Actors.Grains.Ids;

namespace Actors.Grains.SignUps;

/// <summary>A form that somebody has filled in: stored before the answer, and looked at after it, so that neither the
/// answer nor the time that it takes tells anything of the address.</summary>
/// <remarks>Key: <see cref="SignUpEntryKey"/>.</remarks>
[Alias("sign-up-entry")]
public interface ISignUpEntryGrain : IAlarmed
{
    Task Keep(SignUp signUp);

    /// <summary>Hands it to the <see cref="ISignUpGrain"/>; the entry asks for that itself.</summary>
    [OneWay]
    Task HandOver();
}

/// <param name="Entry">sgn_...</param>
public readonly record struct SignUpEntryKey(TenantId Tenant, string Entry)
{
    public const string Prefix = "sgn_";

    /// <exception cref="FormatException">It was not built here.</exception>
    public static SignUpEntryKey Parse(string key) => key.Split('/') is [var tenant, var entry]
        ? new SignUpEntryKey(TenantId.Parse(tenant), entry)
        : throw new FormatException($"'{key}' is no key of an entry");

    public override string ToString() => $"{Tenant}/{Entry}";
}
