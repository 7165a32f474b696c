namespace Actors.Engine;

/// <summary>A grain interface whose grains are named by a string, built by a key type of the application.</summary>
public interface IGrainWithStringKey : IGrain;
