namespace Actors.Silo.Configuration;

/// <summary>Makes a property an option: what help and <c>docs/configuration.md</c> say of it, and what it may
/// be.</summary>
/// <param name="text">One or two sentences with unit and consequences; range and default are added to them.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute(OptionKind kind, string text) : Attribute
{
    public OptionKind Kind => kind;

    public string Text => text;

    /// <summary>The smallest number allowed, for <see cref="OptionKind.Number"/>.</summary>
    public int Min { get; init; }

    /// <summary>The largest number allowed, for <see cref="OptionKind.Number"/>.</summary>
    public int Max { get; init; } = int.MaxValue;
}
