namespace Actors.Mail.Authentication.Lookups;

/// <summary>DNS with its aliases in sight.</summary>
public interface IAliasLookup : IDnsLookup
{
    /// <summary>CNAME: the name that this very name points to, lower case without final dot; not followed.</summary>
    ValueTask<LookupResult<string>> Aliases(string name, CancellationToken cancellation);
}
