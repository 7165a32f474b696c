namespace Actors.Api.Access;

/// <summary>Whose key opens an endpoint.</summary>
internal enum Audience
{
    /// <summary>Everybody's: no key is asked for.</summary>
    Public,

    /// <summary>A tenant's API key, or a tenant's user; the tenant is known from them alone.</summary>
    Tenant,

    /// <summary>The operator's key, or an operator's user.</summary>
    Operator,

    /// <summary>Any user with a session, and no key: for what is the user's own.</summary>
    User,
}
