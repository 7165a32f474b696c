using Actors.Api.Hosting;
using Actors.Grains.Ids;
using Actors.Grains.SignUps;

namespace Actors.Api.SignUps;

/// <summary>The public address of a form: its tenant and its id.</summary>
internal static class FormPath
{
    public static Uri Of(Call call, SignUpForm form) =>
        new(call.Gateway.PublicUrl, $"forms/{call.Tenant}.{form.Id}");

    /// <returns>Null where there is none.</returns>
    public static async ValueTask<(TenantId Tenant, SignUpForm Form)?> Find(Call call) =>
        call.Segment("form").Split('.') is [var owner, var id] && TenantId.TryParse(owner, out var tenant)
        && await call.Grains.GetGrain<ISignUpFormsGrain>(tenant.Value).Find(id) is { } form
            ? (tenant, form)
            : null;
}
