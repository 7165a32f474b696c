using Actors.Grains.Contacts;
using Actors.Grains.Departures;
using Actors.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.SignUps;

[GenerateSerializer, Alias("sign-up-entry-state")]
public sealed record SignUpEntryState : IDue
{
    /// <summary>Null once it was handed over.</summary>
    [Id(0)] public SignUp? SignUp { get; init; }

    public DateTimeOffset? DueAt => SignUp is null ? null : DateTimeOffset.MinValue;
}

public sealed class SignUpEntryGrain(
    [PersistentState("sign-up-entry", StorageNames.Grains)] IPersistentState<SignUpEntryState> stored,
    ILogger<SignUpEntryGrain> log) : Grain, ISignUpEntryGrain
{
    private SignUpEntryKey Key => SignUpEntryKey.Parse(this.GetPrimaryKeyString());

    public async Task Keep(SignUp signUp)
    {
        await stored.Save(new SignUpEntryState { SignUp = signUp }, this);
        _ = GrainFactory.GetGrain<ISignUpEntryGrain>(this.GetPrimaryKeyString()).HandOver();
    }

    public async Task HandOver()
    {
        try
        {
            await Wake();
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "what was filled in is handed over when the clock wakes {Entry}", Key);
        }
    }

    public async Task Wake()
    {
        if (stored.State.SignUp is not { } signUp)
            return;
        await GrainFactory.SignUp(ContactKey.Of(Key.Tenant, signUp.Address)).Ask(signUp);
        await stored.Erase(this);
    }
}
