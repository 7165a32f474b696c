using System.CommandLine;

namespace Actors.Silo.Commands;

/// <summary>API keys.</summary>
internal static class KeysCommand
{
    private static readonly Option<string> Tenant = DeskOptions.Tenant();
    private static readonly Option<string> Name =
        new("--name") { Description = "To tell keys apart, 1 to 100 characters.", HelpName = "text", Required = true };
    private static readonly Option<string> Id =
        new("--id") { Description = "The key's id, key_…: 'keys list' shows it.", HelpName = "id", Required = true };

    public static Command Make(Surroundings surroundings)
    {
        var command = new Command("keys", "Create, list and revoke API keys.");
        var create = new Command("create", "Create an API key and print it, this once.") { Tenant, Name };
        create.UseDesk(surroundings, async (desk, parsed, output) =>
        {
            var key = await desk.CreateKey(parsed.GetValue(Tenant)!, DeskOptions.Named(parsed, Name));
            await output.WriteLineAsync($"{key.View.Id}  {key.Secret}");
            return true;
        });
        var list = new Command("list", "List a tenant's API keys; only their last four characters are known.")
            { Tenant };
        list.UseDesk(surroundings, async (desk, parsed, output) =>
        {
            foreach (var key in await desk.Keys(parsed.GetValue(Tenant)!))
                await output.WriteLineAsync($"{key.Id}  …{key.Hint}  {key.CreatedAt:u}  {key.Name}");
            return true;
        });
        var revoke = new Command("revoke", "Revoke an API key; the next request with it fails.") { Tenant, Id };
        revoke.UseDesk(surroundings, (desk, parsed, _) =>
            desk.RevokeKey(parsed.GetValue(Tenant)!, parsed.GetValue(Id)!));
        command.Add(create);
        command.Add(list);
        command.Add(revoke);
        return command;
    }
}
