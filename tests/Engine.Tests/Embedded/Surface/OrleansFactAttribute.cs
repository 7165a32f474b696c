using System.Reflection;

namespace Actors.Engine.Tests.Embedded.Surface;

/// <summary>Needs Orleans' abstractions; skipped where the package could not be downloaded.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OrleansFactAttribute : FactAttribute
{
    public OrleansFactAttribute()
    {
        if (!File.Exists(Assembly))
            Skip = $"Microsoft.Orleans.Core.Abstractions could not be downloaded (looked for {Assembly}).";
    }

    /// <summary>Where the build put it.</summary>
    public static string Assembly { get; } = typeof(OrleansFactAttribute).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(static one => one.Key == "OrleansAbstractions").Value!;
}
