using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Credentials;
using Actors.Grains.SmtpAccounts;

namespace Actors.Api.SmtpAccounts;

/// <summary>A login's password that the client chose.</summary>
internal static class PasswordField
{
    /// <returns>Null where none is given, or after telling that it cannot be.</returns>
    public static string? Read(Fields fields)
    {
        var password = fields.TextOrNull("password", AccountLimits.PasswordLengthMax);
        return password is null || password.Length >= AccountLimits.PasswordLengthMin
            ? password
            : fields.Error<string>(
                "password", "too_short", $"A password has at least {AccountLimits.PasswordLengthMin} characters.");
    }

    /// <summary>Slow on purpose, and so here instead of in a grain's turn.</summary>
    public static ChosenPassword? Hashed(Call call, string? password) =>
        password is null ? null : call.Gateway.NewLoginPassword(password);
}
