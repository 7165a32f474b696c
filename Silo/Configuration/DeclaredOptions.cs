using System.Collections.Immutable;
using System.Reflection;

namespace Actors.Silo.Configuration;

/// <summary>All options, in the order of their declaration.</summary>
public static class DeclaredOptions
{
    public static ImmutableArray<DeclaredOption> All { get; } =
    [
        .. In(null, typeof(SiloSettings)),
        .. typeof(SiloSettings).GetProperties().Where(IsSection)
            .SelectMany(section => In(section, section.PropertyType)),
    ];

    /// <exception cref="InvalidOperationException">No option has this path: a mistake in the program.</exception>
    public static DeclaredOption At(string path) => All.First(option => option.Path == path);

    private static bool IsSection(PropertyInfo property) =>
        property.PropertyType.Namespace == typeof(SiloSettings).Namespace;

    private static IEnumerable<DeclaredOption> In(PropertyInfo? section, Type type) =>
        from property in type.GetProperties()
        let declaration = property.GetCustomAttribute<OptionAttribute>()
        where declaration is not null
        select new DeclaredOption(section, property, declaration);
}
