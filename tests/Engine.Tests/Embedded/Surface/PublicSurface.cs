using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Actors.Engine.Tests.Embedded.Surface;

/// <summary>What an assembly shows: by the name of each public type, its members as lines of text.</summary>
internal static class PublicSurface
{
    private static readonly SignatureText Text = new();

    /// <summary>Read from metadata alone, so that nothing the assembly refers to has to be there.</summary>
    public static Dictionary<string, HashSet<string>> Of(string path, Func<string, bool> inNamespace)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var types = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
                && inNamespace(reader.GetString(type.Namespace)))
                types[reader.GetString(type.Name)] = [.. Lines(reader, type)];
        }

        return types;
    }

    private static IEnumerable<string> Lines(MetadataReader reader, TypeDefinition type)
    {
        yield return Kind(reader, type);
        foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
        {
            if (IsVisible(method.Attributes & MethodAttributes.MemberAccessMask))
                yield return Line(reader, method);
        }

        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition))
        {
            if (field.Attributes.HasFlag(FieldAttributes.Public)
                && !field.Attributes.HasFlag(FieldAttributes.SpecialName))
                yield return $"{reader.GetString(field.Name)}: {field.DecodeSignature(Text, reader)}"
                    + $"{Constant(reader, field)}";
        }
    }

    private static string Kind(MetadataReader reader, TypeDefinition type)
    {
        var kind = type.Attributes & (TypeAttributes.Interface | TypeAttributes.Abstract | TypeAttributes.Sealed);
        var parent = type.BaseType.IsNil ? "" : type.BaseType.Kind switch
        {
            HandleKind.TypeReference => Text.GetTypeFromReference(reader, (TypeReferenceHandle)type.BaseType, 0),
            HandleKind.TypeDefinition => Text.GetTypeFromDefinition(reader, (TypeDefinitionHandle)type.BaseType, 0),
            _ => "",
        };
        return $"{kind} : {parent}";
    }

    private static string Line(MetadataReader reader, MethodDefinition method)
    {
        var signature = method.DecodeSignature(Text, reader);
        var names = method.GetParameters().Select(reader.GetParameter)
            .Where(static one => one.SequenceNumber > 0)
            .Select(one => reader.GetString(one.Name)
                + (one.Attributes.HasFlag(ParameterAttributes.Optional) ? "?" : ""));
        var modifiers = method.Attributes & (MethodAttributes.Static | MethodAttributes.MemberAccessMask);
        return $"{modifiers} {reader.GetString(method.Name)}`{signature.GenericParameterCount}"
            + $"({string.Join(",", signature.ParameterTypes.Zip(names, static (type, name) => $"{type} {name}"))})"
            + $": {signature.ReturnType}";
    }

    private static bool IsVisible(MethodAttributes access) =>
        access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static string Constant(MetadataReader reader, FieldDefinition field) =>
        field.GetDefaultValue() is { IsNil: false } value
        ? " = " + Convert.ToHexString(reader.GetBlobBytes(reader.GetConstant(value).Value))
        : "";
}
