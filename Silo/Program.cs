using Actors.Silo.Commands;

return await CommandLine.Run(args, Console.Out, Console.Error);
