using System.Globalization;
using System.Text;

namespace Actors.Grains.Templating;

/// <summary>Takes what a template writes, up to <see cref="TemplateLimits.OutputLengthMax"/>, numbers in the same way
/// whatever language the machine speaks.</summary>
internal sealed class TemplateOutput() : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly StringBuilder text = new();

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        Reserve(1);
        text.Append(value);
    }

    public override void Write(string? value)
    {
        Reserve(value?.Length ?? 0);
        text.Append(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Reserve(count);
        text.Append(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Reserve(buffer.Length);
        text.Append(buffer);
    }

    public override string ToString() => text.ToString();

    private void Reserve(int length)
    {
        if (text.Length + (long)length > TemplateLimits.OutputLengthMax)
            throw new TemplateStoppedException(new TemplateFault(
                "output_too_long",
                $"The template makes more than {TemplateLimits.OutputLengthMax} characters of its values."));
    }
}
