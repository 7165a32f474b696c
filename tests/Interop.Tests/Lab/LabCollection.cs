namespace Actors.Interop.Tests.Lab;

/// <summary>All tests share one lab and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class LabCollection : ICollectionFixture<InteropLab>
{
    public const string Name = "lab";
}
