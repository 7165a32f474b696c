using Actors.Grains.TestAddresses;

namespace Actors.Api.TestAddresses;

/// <param name="Verified">Whether the button behind the link was pressed.</param>
internal sealed record TestAddressBody(string Email, bool Verified, DateTimeOffset AddedAt)
{
    public static TestAddressBody Of(TestAddressView view) =>
        new(view.Address.ToString(), view.Verified, view.AddedAt);
}

internal sealed record TestAddressRequest(string Email);
