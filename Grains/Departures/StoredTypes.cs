namespace Actors.Grains.Departures;

/// <summary>Whose the stored states of small grains are, by the type they are stored under. Each type is in one of the
/// lists: a test asks.</summary>
public static class StoredTypes
{
    /// <summary>Keys are a tenant's id, or begin with it and a slash: erased when the tenant has left.</summary>
    public static IReadOnlyList<string> Erased { get; } =
    [
        "allowancewatch", "contactimport", "emailsettings", "ledger", "repeat", "sender", "signup", "signupentry",
        "signupforms",
        "smtpaccount", "subscription", "template",
        "tenantusers", "testaddresses", "threshold",
    ];

    /// <summary>A tenant's, and remember of one that has left that it was here.</summary>
    public static IReadOnlyList<string> Kept { get; } = ["departure", "tenant"];

    /// <summary>Clear themselves once others have let go of what they gave them; nothing has wholly left
    /// before.</summary>
    public static IReadOnlyList<string> Last { get; } = ["domain"];

    /// <summary>The platform's, or found by a hash or a name: a tenant's own are cleared by the grain that gave them
    /// out, links by the store.</summary>
    public static IReadOnlyList<string> Others { get; } =
        ["apikey", "destination", "link", "person", "plancatalogue", "platform", "session", "smtplogin"];
}
