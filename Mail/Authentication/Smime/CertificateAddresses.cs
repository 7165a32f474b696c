using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Actors.Mail.Addresses;

namespace Actors.Mail.Authentication.Smime;

/// <summary>Whom a certificate is for.</summary>
internal static class CertificateAddresses
{
    private const string AlternativeName = "2.5.29.17";
    private const string EmailAttribute = "1.2.840.113549.1.9.1";
    private const string SmtpUtf8Mailbox = "1.3.6.1.5.5.7.8.9";

    private static readonly Asn1Tag Rfc822Name = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag OtherName = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>The addresses of subjectAltName; where it has none, those of the subject (RFC 8550 §3).</summary>
    internal static IReadOnlyList<EmailAddress> Of(X509Certificate2 certificate)
    {
        var texts = certificate.Extensions.FirstOrDefault(each => each.Oid?.Value == AlternativeName) is { } extension
            ? Alternatives(extension.RawData)
            : [];
        if (texts.Count == 0)
            texts = Subjects(certificate.SubjectName);
        return [.. texts.Select(Parsed).OfType<EmailAddress>()];
    }

    private static EmailAddress? Parsed(string text) => EmailAddress.TryParse(text, out var address) ? address : null;

    private static List<string> Alternatives(byte[] der)
    {
        var texts = new List<string>();
        try
        {
            var names = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
            while (names.HasData)
            {
                var tag = names.PeekTag();
                if (tag.HasSameClassAndValue(Rfc822Name))
                    texts.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, Rfc822Name));
                else if (tag.HasSameClassAndValue(OtherName))
                    AddOther(names.ReadSequence(OtherName), texts);
                else
                    names.ReadEncodedValue();
            }
        }
        catch (AsnContentException)
        {
            // What follows a broken name is for nobody.
        }

        return texts;
    }

    /// <summary>An address outside ASCII (RFC 9598).</summary>
    private static void AddOther(AsnReader name, List<string> texts)
    {
        if (name.ReadObjectIdentifier() == SmtpUtf8Mailbox)
            texts.Add(name.ReadSequence(OtherName).ReadCharacterString(UniversalTagNumber.UTF8String));
    }

    private static List<string> Subjects(X500DistinguishedName subject) =>
        [.. subject.EnumerateRelativeDistinguishedNames()
            .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == EmailAttribute)
            .Select(part => part.GetSingleElementValue() ?? "")];
}
