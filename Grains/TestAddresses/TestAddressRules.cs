using Actors.Grains.Answers;
using Actors.Grains.Links;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.TestAddresses;

/// <summary>Which addresses a tenant may test with: pure.</summary>
public static class TestAddressRules
{
    /// <param name="link">Hash of the link that goes to the address.</param>
    /// <returns>The state afterwards, the same where nothing is to be sent; or a no.</returns>
    public static (TestAddressesState State, Refusal? Refusal) Added(
        TestAddressesState state, EmailAddress address, string link, DateTimeOffset now)
    {
        if (Find(state, address) is not { } known)
            return state.Addresses.Length >= TestAddressLimits.Max
                ? (state, Refusal.Of(
                    RefusalCode.Conflict, $"There are {TestAddressLimits.Max} test addresses; remove one first."))
                : (state with { Addresses = state.Addresses.Add(new(address, false, now, link, now)) }, null);
        if (known.Verified)
            return (state, null);
        return now < known.AskedAt + TestAddressLimits.MailPause
            ? (state, Refusal.Of(RefusalCode.TooManyAttempts, "A mail was sent a moment ago; wait a minute."))
            : (With(state, known with { Link = link, AskedAt = now }), null);
    }

    public static (TestAddressesState State, Refusal? Refusal) Removed(
        TestAddressesState state, EmailAddress address) =>
        Find(state, address) is { } known
            ? (state with { Addresses = state.Addresses.Remove(known) }, null)
            : (state, Answer.NotFound);

    public static LinkStanding Standing(
        TestAddressesState state, EmailAddress address, string link, DateTimeOffset now) =>
        Find(state, address) is not { } known || known.Link != link ? LinkStanding.Unknown
        : known.Verified ? LinkStanding.Used
        : now < known.AskedAt + TestAddressLimits.LinkLife ? LinkStanding.Open
        : LinkStanding.Expired;

    public static TestAddressesState Confirmed(TestAddressesState state, EmailAddress address) =>
        Find(state, address) is { } known ? With(state, known with { Verified = true }) : state;

    public static TestAddress? Find(TestAddressesState state, EmailAddress address) =>
        state.Addresses.FirstOrDefault(known => known.Address.Key == address.Key);

    private static TestAddressesState With(TestAddressesState state, TestAddress changed) => state with
    {
        Addresses = [.. state.Addresses.Select(one => one.Address.Key == changed.Address.Key ? changed : one)],
    };
}
