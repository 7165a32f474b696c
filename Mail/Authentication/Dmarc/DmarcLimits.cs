namespace Actors.Mail.Authentication.Dmarc;

/// <summary>What strangers' records and names cost at most.</summary>
public static class DmarcLimits
{
    /// <summary>Questions of one walk up the tree (RFC 9989 §4.10).</summary>
    public const int QueriesMax = 8;

    /// <summary>Characters of a record that is read; a longer one is taken for none.</summary>
    public const int RecordCharactersMax = 4096;

    /// <summary>Tags of a record that are read; more are ignored.</summary>
    public const int TagsMax = 32;

    /// <summary>Addresses of a list of reports that are read; more are ignored.</summary>
    public const int ReportAddressesMax = 16;

    /// <summary>Options of fo= that are read; more are ignored. There are four.</summary>
    public const int FailureOptionsMax = 8;

    /// <summary>Passing signatures that are compared with the author's domain; more are ignored.</summary>
    public const int SignaturesMax = 10;
}
