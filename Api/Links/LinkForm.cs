using System.Text;
using Actors.Api.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Actors.Api.Links;

/// <summary>What a browser sends when a button is pressed.</summary>
internal sealed class LinkForm(IReadOnlyDictionary<string, StringValues> values)
{
    /// <summary>Of a page of the platform's own.</summary>
    private const int BytesMax = 8 * 1024;

    /// <summary>Pages send what nobody asks for, such as where their readers came from.</summary>
    private const int FieldsMax = 64;

    /// <summary>Characters (RFC 2046 §5.1.1).</summary>
    private const int BoundaryMax = 70;

    /// <summary>Empty where it is missing or given twice.</summary>
    public string Text(string name) =>
        values.TryGetValue(name, out var given) && given.Count == 1 ? given[0] ?? "" : "";

    /// <param name="http">Whose body it is.</param>
    /// <param name="bytesMax">Of the body.</param>
    /// <returns>Null when it is too large or no form. An empty body is a form without fields.</returns>
    public static async ValueTask<LinkForm?> Read(HttpContext http, int bytesMax = BytesMax)
    {
        using var body = await RequestBody.Read(http, bytesMax);
        if (body is null)
            return null;
        if (body.Bytes.IsEmpty)
            return new LinkForm(new Dictionary<string, StringValues>());
        if (!http.Request.HasFormContentType)
            return null;
        try
        {
            if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
                && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
                return await ReadParts(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), body.Bytes.ToArray());
            using var reader = new FormReader(Encoding.UTF8.GetString(body.Bytes.Span)) { ValueCountLimit = FieldsMax };
            return new LinkForm(reader.ReadForm());
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }

    /// <summary>RFC 7578: mail providers that unsubscribe by one click may send this form (RFC 8058 §3.2).</summary>
    private static async ValueTask<LinkForm?> ReadParts(string boundary, byte[] body)
    {
        if (boundary.Length is 0 or > BoundaryMax)
            return null;
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var reader = new MultipartReader(boundary, new MemoryStream(body)) { HeadersLengthLimit = 1024 };
        while (await reader.ReadNextSectionAsync() is { } part)
        {
            if (part.AsFormDataSection() is not { } field || values.Count == FieldsMax)
                return null;
            values[field.Name] = StringValues.Concat(values.GetValueOrDefault(field.Name), await field.GetValueAsync());
        }

        return new LinkForm(values);
    }
}
