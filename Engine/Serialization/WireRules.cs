namespace Actors.Engine.Serialization;

/// <summary>Walks through all types that cross and collects what cannot.</summary>
internal sealed class WireRules(Codecs codecs)
{
    private readonly HashSet<Type> seen = [];
    private readonly Dictionary<string, Type> names = new(StringComparer.Ordinal);

    /// <param name="type">A parameter or result type.</param>
    /// <param name="where">Where it stands, for the sentence.</param>
    public IEnumerable<string> ProblemsOf(Type type, string where)
    {
        if (type == typeof(CancellationToken))
            return [];
        if (codecs.Find(type) is not { } codec)
            return [$"{where}: {type} has neither [GenerateSerializer] nor a surrogate."];
        if (!seen.Add(type))
            return [];
        var own = codec.Problems;
        if (type.IsDefined(typeof(AliasAttribute), inherit: false) && !names.TryAdd(Codecs.NameOf(type), type))
            own = own.Append($"{type} and {names[Codecs.NameOf(type)]} have the same alias \"{Codecs.NameOf(type)}\".");
        var inside = codec.Parts.SelectMany(part =>
            ProblemsOf(part, where == type.ToString() ? where : $"{where} > {type}"));
        // The type itself, where its heirs are a choice, has members of its own.
        if (codec.GetType().GetGenericTypeDefinition() == typeof(ChoiceCodec<>) && !type.IsAbstract)
        {
            var exact = codecs.Exact(type);
            own = own.Concat(exact.Problems);
            inside = inside.Concat(exact.Parts.SelectMany(part => ProblemsOf(part, $"{where} > {type}")));
        }

        return [.. own, .. inside];
    }
}
