using System.Text;
using Actors.Api.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Actors.Api.Links;

/// <summary>What a browser sends when a button is pressed.</summary>
internal sealed class LinkForm(IReadOnlyDictionary<string, StringValues> values)
{
    private const int BytesMax = 8 * 1024;
    private const int FieldsMax = 16;

    /// <summary>Empty where it is missing or given twice.</summary>
    public string Text(string name) =>
        values.TryGetValue(name, out var given) && given.Count == 1 ? given[0] ?? "" : "";

    /// <returns>Null when it is too large or no form. An empty body is a form without fields.</returns>
    public static async ValueTask<LinkForm?> Read(HttpContext http)
    {
        using var body = await RequestBody.Read(http, BytesMax);
        if (body is null)
            return null;
        if (body.Bytes.IsEmpty)
            return new LinkForm(new Dictionary<string, StringValues>());
        if (!http.Request.HasFormContentType)
            return null;
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body.Bytes.Span)) { ValueCountLimit = FieldsMax };
            return new LinkForm(reader.ReadForm());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
