using System.Net;
using System.Text;
using HandlebarsDotNet;

namespace Actors.Grains.Templating;

/// <summary>Makes values text within HTML, in elements and in quoted attributes.</summary>
internal sealed class HtmlText : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target) => target.Write(WebUtility.HtmlEncode(text));

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        if (text is null)
            return;
        var characters = new StringBuilder();
        while (text.MoveNext())
            characters.Append(text.Current);
        Encode(characters.ToString(), target);
    }
}
