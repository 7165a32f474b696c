using Actors.Api.Admin;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.ApiKeys;

/// <summary>Makes a key for a tenant, whether it asks itself or the operator does.</summary>
internal static class Issuing
{
    /// <param name="tenant">Null where there is none of that name.</param>
    /// <param name="mayGive">Whether the caller may give such scopes.</param>
    public static async Task<IResult> Issue(Call call, TenantId? tenant, Func<Scopes, bool> mayGive)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var name = fields.Name("name", AdminPath.NameLengthMax);
        var grant = GrantReader.Read(fields, call.Gateway.Time.GetUtcNow());
        foreach (var account in grant.Accounts)
            if (tenant is { } owner && await Account(call, owner, account).Get() is null)
                fields.Error<string>("smtp_accounts", "unknown_account", $"There is no SMTP account {account}.");
        if (fields.Problem() is { } problem)
            return problem;
        if (!mayGive(grant.Scopes))
            return new Problem(
                ProblemTypes.NotAllowed, "Nobody gives more than they have, and a restricted key gives nothing.");
        if (tenant is not { } id)
            return Problem.NotFound;
        if (await call.Grains.GetGrain<ITenantGrain>(id.Value).IssueApiKey(name, grant) is not { } issued)
            return new Problem(
                ProblemTypes.Conflict, $"There are {ApiKeyGrant.KeysMax} keys; revoke one first.");
        call.Http.Response.Headers.CacheControl = "no-store";
        return Call.Created(IssuedApiKeyBody.Of(issued), ApiJson.Wire.IssuedApiKeyBody, null);
    }

    private static ISmtpAccountGrain Account(Call call, TenantId tenant, AccountId account) =>
        call.Grains.GetGrain<ISmtpAccountGrain>(new AccountKey(tenant, account).ToString());
}
