using System.CommandLine;

namespace Actors.Silo.Commands;

/// <summary>SMTP logins.</summary>
internal static class LoginsCommand
{
    private static readonly Option<string> Tenant = DeskOptions.Tenant();
    private static readonly Option<string> Account =
        new("--account") { Description = "The SMTP account, acc_….", HelpName = "id", Required = true };
    private static readonly Option<string> Application = new("--application")
    { Description = "To tell logins apart, 1 to 100 characters.", HelpName = "text", Required = true };
    private static readonly Option<string> User =
        new("--user") { Description = "The login's user name.", HelpName = "name", Required = true };

    public static Command Make(Surroundings surroundings)
    {
        var command = new Command("logins", "Create, list and revoke SMTP logins.");
        var create = new Command("create", "Create an SMTP login and print its password, this once.")
            { Tenant, Account, Application };
        create.UseDesk(surroundings, async (desk, parsed, output) =>
        {
            var login = await desk.CreateLogin(
                parsed.GetValue(Tenant)!, parsed.GetValue(Account)!, DeskOptions.Named(parsed, Application));
            await output.WriteLineAsync($"{login.UserName}  {login.Password}");
            return true;
        });
        var list = new Command("list", "List the logins of an SMTP account.") { Tenant, Account };
        list.UseDesk(surroundings, async (desk, parsed, output) =>
        {
            foreach (var login in await desk.Logins(parsed.GetValue(Tenant)!, parsed.GetValue(Account)!))
                await output.WriteLineAsync($"{login.UserName}  {login.CreatedAt:u}  {login.Application}");
            return true;
        });
        var revoke = new Command("revoke", "Revoke an SMTP login; the next AUTH with it fails.")
            { Tenant, Account, User };
        revoke.UseDesk(surroundings, (desk, parsed, _) => desk.RevokeLogin(
            parsed.GetValue(Tenant)!, parsed.GetValue(Account)!, parsed.GetValue(User)!));
        command.Add(create);
        command.Add(list);
        command.Add(revoke);
        return command;
    }
}
