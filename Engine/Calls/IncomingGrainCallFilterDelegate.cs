namespace Actors.Engine;

/// <inheritdoc cref="IIncomingGrainCallFilter"/>
public delegate Task IncomingGrainCallFilterDelegate(IIncomingGrainCallContext context);
