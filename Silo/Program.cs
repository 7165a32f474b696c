using Actors.Silo.Configuration;
using Actors.Silo.Hosting;

await ActorsHost.Build(new SiloSettings()).RunAsync();
