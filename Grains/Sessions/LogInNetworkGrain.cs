namespace Actors.Grains.Sessions;

public sealed class LogInNetworkGrain(TimeProvider time) : Grain, ILogInNetworkGrain
{
    private Attempts attempts;

    public Task<TimeSpan> Take()
    {
        (attempts, var wait) = attempts.Take(time.GetUtcNow());
        DelayDeactivation(Attempts.Forgotten);
        return Task.FromResult(wait);
    }

    public Task GiveBack()
    {
        attempts = attempts.GiveBack();
        return Task.CompletedTask;
    }
}
