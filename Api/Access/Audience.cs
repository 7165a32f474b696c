namespace Actors.Api.Access;

/// <summary>Whose key opens an endpoint.</summary>
internal enum Audience
{
    /// <summary>Everybody's: no key is asked for.</summary>
    Public,

    /// <summary>A tenant's API key; the tenant is known from it alone.</summary>
    Tenant,

    /// <summary>The operator's key.</summary>
    Operator,
}
