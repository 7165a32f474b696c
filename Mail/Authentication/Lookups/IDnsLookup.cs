using System.Net;

namespace Actors.Mail.Authentication.Lookups;

/// <summary>
/// The questions to DNS that the checks of SPF, DKIM and DMARC ask. Names are A-labels without final dot, case does not
/// matter; CNAMEs are followed. Trouble is a value (<see cref="LookupStatus.TemporaryFailure"/>), never an exception.
/// </summary>
/// <remarks>Every method throws <see cref="OperationCanceledException"/> when its token is cancelled.</remarks>
public interface IDnsLookup
{
    /// <summary>
    /// TXT: the strings of each record joined without a separator, one character per octet (Latin-1).
    /// </summary>
    ValueTask<LookupResult<string>> Texts(string name, CancellationToken cancellation);

    /// <summary>A.</summary>
    ValueTask<LookupResult<IPAddress>> Addresses(string name, CancellationToken cancellation);

    /// <summary>AAAA.</summary>
    ValueTask<LookupResult<IPAddress>> Addresses6(string name, CancellationToken cancellation);

    /// <summary>MX, in no particular order.</summary>
    ValueTask<LookupResult<MailExchanger>> MailExchangers(string name, CancellationToken cancellation);

    /// <summary>PTR: the names of an address, lower case without final dot, unchecked.</summary>
    ValueTask<LookupResult<string>> Names(IPAddress address, CancellationToken cancellation);
}
