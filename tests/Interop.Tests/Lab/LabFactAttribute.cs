using Actors.Testing;

namespace Actors.Interop.Tests.Lab;

/// <summary>A fact that needs the lab: a network of its own with a real name server and a real mail server.</summary>
public sealed class LabFactAttribute : RequiresProgramFactAttribute
{
    public LabFactAttribute()
        : base("ip", "nsd", "postfix", "python3") => Root = true;
}
