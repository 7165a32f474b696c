using Actors.Api.Problems;

namespace Actors.Api.Sandbox;

/// <summary>The sandbox knows tenants and no accounts.</summary>
internal static class WholeTenant
{
    public static Problem Refused { get; } = new(
        ProblemTypes.NotAllowed, "A key for some SMTP accounts does not open the sandbox: it holds all mail.");
}
