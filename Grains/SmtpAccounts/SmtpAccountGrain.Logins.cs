using Actors.Grains.Answers;
using Actors.Grains.Credentials;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;

namespace Actors.Grains.SmtpAccounts;

/// <content>Logins of the applications that submit through it.</content>
public sealed partial class SmtpAccountGrain
{
    private const int UserNameLetters = 10;

    public async Task<IssuedLogin> IssueLogin(string application)
    {
        Existing();
        var userName = NewUserName();
        var password = await SetGenerated(userName);
        await Remember(userName, application);
        return new IssuedLogin(userName, password);
    }

    public async Task<Answer<LoginPassword>> AddLogin(string application, ChosenPassword? password)
    {
        if (!stored.RecordExists || stored.State.Closing)
            return Answer.NotFound;
        if (stored.State.Logins.Length >= AccountLimits.LoginsMax)
            return Refusal.Of(RefusalCode.Conflict, $"An account has at most {AccountLimits.LoginsMax} logins.");
        var login = await SetPassword(NewUserName(), password);
        await Remember(login.UserName, application);
        return Answer.Of(login);
    }

    public async Task<Answer<LoginPassword>> ChangePassword(string userName, ChosenPassword? password) =>
        stored.State.Logins.Any(login => login.UserName == userName)
            ? Answer.Of(await SetPassword(userName, password))
            : Answer.NotFound;

    public async Task<bool> RevokeLogin(string userName)
    {
        var state = Existing();
        if (state.Logins.FirstOrDefault(login => login.UserName == userName) is not { } login)
            return false;
        await GrainFactory.GetGrain<ISmtpLoginGrain>(userName).Revoke();
        await stored.Save(state with { Logins = state.Logins.Remove(login) }, this);
        return true;
    }

    private string NewUserName() => $"{Key.Tenant}-{Secret.Generate("", chance)[..UserNameLetters]}";

    private Task Remember(string userName, string application) => stored.Save(
        stored.State with
        {
            Logins = stored.State.Logins.Add(new LoginView(userName, application, time.GetUtcNow())),
        },
        this);

    private async Task<LoginPassword> SetPassword(string userName, ChosenPassword? chosen)
    {
        if (chosen is null)
            return new LoginPassword(userName, await SetGenerated(userName));
        await GrainFactory.GetGrain<ISmtpLoginGrain>(userName).IssueChosen(Key, chosen);
        return new LoginPassword(userName, null);
    }

    private async Task<string> SetGenerated(string userName)
    {
        var password = Secret.Generate("", chance);
        await GrainFactory.GetGrain<ISmtpLoginGrain>(userName).Issue(Key, Secret.Hash(password));
        return password;
    }
}
