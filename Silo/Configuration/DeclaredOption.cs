using System.Globalization;
using System.Reflection;
using System.Text;

namespace Actors.Silo.Configuration;

/// <summary>One option as <see cref="SiloSettings"/> declares it, under its three names.</summary>
/// <param name="section">The property that holds the option's section; null for the root.</param>
public sealed class DeclaredOption(PropertyInfo? section, PropertyInfo property, OptionAttribute declaration)
{
    /// <summary>In the file, such as <c>Http:Listen</c>.</summary>
    public string Path { get; } = section is null ? property.Name : $"{section.Name}:{property.Name}";

    /// <summary>On the command line, such as <c>--http-listen</c>.</summary>
    public string Flag { get; } = "--" + string.Join('-', Words(section, property)).ToLowerInvariant();

    /// <summary>In the environment, such as <c>ACTORS_HTTP_LISTEN</c>.</summary>
    public string Variable { get; } = "ACTORS_" + string.Join('_', Words(section, property)).ToUpperInvariant();

    public OptionKind Kind => declaration.Kind;

    public string Text => declaration.Text;

    public int Min => declaration.Min;

    public int Max => declaration.Max;

    public string Default => Get(new SiloSettings());

    public string Get(SiloSettings settings) =>
        Convert.ToString(property.GetValue(Owner(settings)), CultureInfo.InvariantCulture)!;

    /// <param name="text">Checked by <see cref="ValueRules"/>.</param>
    public void Set(SiloSettings settings, string text) => property.SetValue(
        Owner(settings), Convert.ChangeType(text, property.PropertyType, CultureInfo.InvariantCulture));

    private object Owner(SiloSettings settings) => section is null ? settings : section.GetValue(settings)!;

    private static IEnumerable<string> Words(PropertyInfo? section, PropertyInfo property) =>
        section is null ? Words(property.Name) : Words(section.Name).Concat(Words(property.Name));

    private static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
            word.Append(letter);
        }
        yield return word.ToString();
    }
}
