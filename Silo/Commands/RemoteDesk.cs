using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;

namespace Actors.Silo.Commands;

/// <summary>Asks the running server over its own API, with the operator's key.</summary>
internal sealed class RemoteDesk : ISecretsDesk
{
    private static readonly JsonSerializerOptions Wire =
        new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient http;

    public RemoteDesk(Uri server, string operatorKey)
    {
        http = new HttpClient { BaseAddress = server };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", operatorKey);
    }

    public async Task<IssuedApiKey> CreateKey(string tenant, string name)
    {
        var issued = await Read<IssuedKey>(
            await Send(HttpMethod.Post, $"{Of(tenant)}/api-keys", new { name }, $"There is no tenant '{tenant}'."));
        return new IssuedApiKey(new ApiKeyView(issued.Id, issued.Name, "", issued.CreatedAt), issued.Key);
    }

    public async Task<IReadOnlyList<ApiKeyView>> Keys(string tenant) => (await Read<TenantKeys>(
        await Send(HttpMethod.Get, Of(tenant), null, $"There is no tenant '{tenant}'."))).ApiKeys;

    public async Task<bool> RevokeKey(string tenant, string id) =>
        await Send(HttpMethod.Delete, $"{Of(tenant)}/api-keys/{Uri.EscapeDataString(id)}", null, null) is not null;

    public async Task<IssuedLogin> CreateLogin(string tenant, string account, string application) =>
        await Read<IssuedLogin>(await Send(
            HttpMethod.Post, $"{Of(tenant)}/smtp-accounts/{Uri.EscapeDataString(account)}/logins", new { application },
            $"Tenant '{tenant}' has no SMTP account '{account}'."));

    public async Task<IReadOnlyList<LoginView>> Logins(string tenant, string account)
    {
        var accounts = await Read<Accounts>(
            await Send(HttpMethod.Get, $"{Of(tenant)}/smtp-accounts", null, $"There is no tenant '{tenant}'."));
        return accounts.Data.FirstOrDefault(one => one.Id == account)?.Logins
            ?? throw new CommandException($"Tenant '{tenant}' has no SMTP account '{account}'.");
    }

    public async Task<bool> RevokeLogin(string tenant, string account, string userName) => await Send(
        HttpMethod.Delete,
        $"{Of(tenant)}/smtp-accounts/{Uri.EscapeDataString(account)}/logins/{Uri.EscapeDataString(userName)}",
        null, null) is not null;

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Of(string tenant) => $"/v1/admin/tenants/{Uri.EscapeDataString(tenant)}";

    /// <returns>Null on a 404, unless <paramref name="missing"/> says what that means.</returns>
    private async Task<HttpResponseMessage?> Send(HttpMethod method, string path, object? body, string? missing)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: Wire);
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            throw new CommandException($"The server does not answer at {http.BaseAddress}: {fault.Message}");
        }
        if (response.IsSuccessStatusCode)
            return response;
        if (response.StatusCode == HttpStatusCode.NotFound)
            return missing is null ? null : throw new CommandException(missing);
        var problem = await Read<Refused>(response);
        throw new CommandException(response.StatusCode == HttpStatusCode.Unauthorized
            ? "The operator's key is wrong. 'operator-key reset' makes a new one while the server is stopped."
            : $"The server refused: {problem.Detail}");
    }

    private static async Task<T> Read<T>(HttpResponseMessage? response) =>
        await response!.Content.ReadFromJsonAsync<T>(Wire)
        ?? throw new CommandException("The server's answer is empty.");

    private sealed record IssuedKey(string Id, string Name, string Key, DateTimeOffset CreatedAt);

    private sealed record TenantKeys(IReadOnlyList<ApiKeyView> ApiKeys);

    private sealed record Account(string Id, IReadOnlyList<LoginView> Logins);

    private sealed record Accounts(IReadOnlyList<Account> Data);

    private sealed record Refused(string? Detail);
}
