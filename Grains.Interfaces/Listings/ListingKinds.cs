namespace Actors.Grains.Listings;

/// <summary>What is listed: the first column of every listing. Stored, so never renamed.</summary>
public static class ListingKinds
{
    public const string SmtpAccount = "smtp-account";
    public const string Domain = "domain";

    /// <summary>A domain that is gone but for what the platform's zone still has of it.</summary>
    public const string DeletedDomain = "deleted-domain";

    public const string Sender = "sender";
    public const string User = "user";
    public const string ApiKey = "api-key";
    public const string Session = "session";
    public const string TestAddress = "test-address";
    public const string Template = "template";
    public const string Subscription = "subscription";
    public const string LedgerCycle = "ledger-cycle";
    public const string Import = "import";
    public const string Tenant = "tenant";
    public const string OperatorUser = "operator-user";
}
