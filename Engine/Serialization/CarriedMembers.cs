using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Actors.Engine.Serialization;

/// <summary>Which members of a type cross: those with an id, and the parameters of a record's primary
/// constructor.</summary>
internal static class CarriedMembers
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<CarriedMember> Of(Type type, List<string> problems)
    {
        var line = new Stack<Type>();
        for (var one = type; one is not null && one != typeof(object) && one != typeof(ValueType); one = one.BaseType)
            line.Push(one);
        return line.Where(static one => one.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
            .SelectMany(one => OfOne(one, problems)).ToArray();
    }

    private static IEnumerable<CarriedMember> OfOne(Type type, List<string> problems)
    {
        var positional = Positional(type);
        var numbered = Numbered(type).Where(one => !positional.Contains(one.Member))
            .OrderBy(static one => one.Id).ToArray();
        foreach (var twice in numbered.GroupBy(static one => one.Id).Where(static all => all.Count() > 1))
            problems.Add($"{type}: [Id({twice.Key})]"
                + $" is given to {string.Join(" and ", twice.Select(one => one.Member.Name))}.");
        foreach (var member in positional.Concat(numbered.Select(static one => one.Member)))
        {
            if (Reach(type, member) is { } carried)
                yield return carried;
            else
                problems.Add($"{type}.{member.Name} has an [Id] but can neither be set nor has a field of its own.");
        }
    }

    private static IEnumerable<(uint Id, MemberInfo Member)> Numbered(Type type) => type.GetMembers(Declared)
        .Where(static one => one is FieldInfo or PropertyInfo)
        .Select(static one => (Attribute: one.GetCustomAttribute<IdAttribute>(), Member: one))
        .Where(static one => one.Attribute is not null)
        .Select(static one => (one.Attribute!.Id, one.Member));

    /// <summary>Properties of the primary constructor, in its order; theirs is a number space of its own.</summary>
    private static List<MemberInfo> Positional(Type type)
    {
        var asked = type.GetCustomAttribute<GenerateSerializerAttribute>()?.IncludePrimaryConstructorParameters == true;
        if (!asked && !IsRecord(type))
            return [];
        var properties = type.GetProperties(Declared).ToDictionary(static one => one.Name, StringComparer.Ordinal);
        var primary = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(one => one.GetParameters().Length > 0 && !IsCopy(one, type))
            .OrderByDescending(static one => one.GetParameters().Length)
            .FirstOrDefault(one => one.GetParameters().All(IsMember));
        return [.. (primary?.GetParameters() ?? [])
            .Select(one => properties.GetValueOrDefault(one.Name!)).OfType<MemberInfo>()];

        bool IsMember(ParameterInfo parameter) =>
            type.GetProperty(parameter.Name!, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                is { } property && property.PropertyType == parameter.ParameterType;
    }

    private static bool IsCopy(ConstructorInfo one, Type type) =>
        one.GetParameters() is [{ } only] && only.ParameterType == type;

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", Declared, [typeof(StringBuilder)])
            ?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;

    private static CarriedMember? Reach(Type type, MemberInfo member)
    {
        if (member is FieldInfo field)
            return new(field.Name, field.FieldType, field, null);
        var property = (PropertyInfo)member;
        if (type.GetField($"<{property.Name}>k__BackingField", Declared) is { } backing)
            return new(property.Name, property.PropertyType, backing, null);
        return property is { GetMethod: not null, SetMethod: not null }
            ? new(property.Name, property.PropertyType, null, property)
            : null;
    }
}
