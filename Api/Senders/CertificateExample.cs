namespace Actors.Api.Senders;

/// <summary>A file that can be taken, for the API's description.</summary>
internal static class CertificateExample
{
    public const string Password = "secret";

    /// <summary>Of orders@shop.example, self-signed, valid until 2125; its key is for nothing else.</summary>
    public const string File =
        "MIID7AIBAzCCA6IGCSqGSIb3DQEHAaCCA5MEggOPMIIDizCCAjoGCSqGSIb3DQEHBqCCAiswggInAgEAMIICIAYJKoZIhvcNAQcB" +
        "MF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBDkSqQl+hSDsFeQ0wVnbsd0AgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFl" +
        "AwQBKgQQeDzhnOKJyrkUTQlGZPMoBoCCAbC0Slz2EzgSkgE52CdislUEIQL5+9a2wJfDhNV3kE3xRniJkXLslpHuDgZuWzKVIKeZ" +
        "hDdZ80DeYUev+z5gwn5pd3cok+Ov/rSSYV7hkovIeSFJffuZMWdkWkZPCSSfI5xKM07sSceRtTQNPwD+x4rAK+owqmpi3NJVKW5/" +
        "GkyX0VZag5+lviDqWPxzcxnegS+xEUO3vDPCtMSrtIlVqewBo6XYDut/NcfJ/P+FRMTtKICeygs3be7CzxxEAeJfdU2IKhlXob/C" +
        "U7qjQXCUfPS8kERIhKT85DaZApO/7k6RzxgQ1xECpyQSf8DLDcpmukvVB2le7YoGr/G4UxIxfE7GRCzHwEwP1tCEqZRu+tsOPuVz" +
        "jn94s2cH92xe1CKvw6v+sUexQZBH3dZv+9WhwsD2c1W4xcGwQj9VIsSkMu19f2JJJqvPYCZskrJQvfwWszy7JtAhcyARDg4KcZEh" +
        "QpBCfSeAXji1WaB2t09SBkQKetbStXNtPnIhCjKtWMZG8SHDQX583OJuPhKJlE3Fp/PWhNtOVLRtTzRtUuSnLVWG2kp3F0EM/L7w" +
        "/BKIvydGJ6MwggFJBgkqhkiG9w0BBwGgggE6BIIBNjCCATIwggEuBgsqhkiG9w0BDAoBAqCB9zCB9DBfBgkqhkiG9w0BBQ0wUjAx" +
        "BgkqhkiG9w0BBQwwJAQQmu3Bm985GPl9uwe3pkxx3gICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEFrAfySYBTSsy4IR" +
        "n7JLPJ4EgZC/ezhQm3b6EpOK/gKkYCVFN8Q4t2dixzfbUAvFvs75gmr9hoBnVks2yCjJMh3j0ubhWknsaqU1I7QTlQb0ZQ3HUXEl" +
        "/ihnVlgnZeuByUYsnDcyQ+8UQkZnGOoayqASIOuI5oEr0Gj2qipCj7Lg1r1syPMtOtqMbjArIUuFgn/qUFiDuWRMjelAn7ofLVT2" +
        "7tQxJTAjBgkqhkiG9w0BCRUxFgQUKo7QGF38my/QruZ2pSJ0uiBdCzcwQTAxMA0GCWCGSAFlAwQCAQUABCDDPXCDDOhQqzBLhpUo" +
        "+m6ya48wpr8oLF2EreK3LvD5kAQIn4X/aDyEIdECAggA";
}
