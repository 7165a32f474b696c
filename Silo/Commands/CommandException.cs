namespace Actors.Silo.Commands;

/// <summary>A command cannot be done; the message is all that its caller needs to read.</summary>
public sealed class CommandException(string message) : Exception(message);
