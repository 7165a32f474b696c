namespace Actors.Engine;

/// <summary>Marks a grain interface. Interfaces derive from <see cref="IGrainWithStringKey"/>, never from this
/// alone.</summary>
public interface IGrain : IAddressable;
