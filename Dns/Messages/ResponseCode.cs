namespace Actors.Dns.Messages;

/// <summary>RCODE of a response (RFC 1035 §4.1.1), with the upper bits of EDNS (RFC 6891 §6.1.3).</summary>
public enum ResponseCode
{
    NoError = 0,
    FormatError = 1,
    ServerFailure = 2,
    NameError = 3,
    NotImplemented = 4,
    Refused = 5,
    BadVersion = 16,
}
