using System.Reflection;

namespace Actors.Engine.Runtime;

/// <summary>A reference to one grain by one interface. It is safe to keep and to share between threads.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Performance", "CA1852", Justification = "DispatchProxy derives from it at run time")]
internal class GrainProxy : DispatchProxy
{
    private Activation? found;

    public GrainInterface Interface { get; private set; } = null!;

    public GrainClass Class { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public GrainEngine Engine => Interface.Engine;

    public GrainId GrainId => new(Class.GrainType, IdSpan.Create(Key));

    public void Become(GrainInterface grainInterface, GrainClass grainClass)
    {
        Interface = grainInterface;
        Class = grainClass;
    }

    /// <summary>A clone: the proxy type is generated and looked up once per interface and class, not once per
    /// reference.</summary>
    public GrainProxy For(string key)
    {
        var copy = (GrainProxy)MemberwiseClone();
        copy.Key = key;
        copy.found = null;
        return copy;
    }

    /// <returns>The activation to call; null when the engine stops and there is none.</returns>
    public Activation? Locate()
    {
        if (found is { IsGone: false } known)
            return known;
        var located = Class.Locate(Key);
        if (Class.HasOneActivation)
            found = located;
        return located;
    }

    public override bool Equals(object? obj) =>
        obj is GrainProxy other && other.Class == Class && other.Interface == Interface && other.Key == Key;

    public override int GetHashCode() => HashCode.Combine(Class, Key);

    public override string ToString() => $"{Interface.Type.Name} {GrainId}";

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        Interface.Method(targetMethod!).Send(this, args ?? []);
}
