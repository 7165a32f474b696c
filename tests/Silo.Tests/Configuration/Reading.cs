using System.Collections;
using Actors.Silo.Configuration;

namespace Actors.Silo.Tests.Configuration;

/// <summary>Reads settings from what a test gives, and from nothing else.</summary>
internal static class Reading
{
    public static ReadConfiguration Of(params (string Path, string Text)[] commandLine) =>
        Of(new Hashtable(), "", commandLine);

    public static ReadConfiguration Of(
        Hashtable environment, string file, params (string Path, string Text)[] commandLine) =>
        ConfigurationReader.Read(
            commandLine.Select(given => new GivenValue(DeclaredOptions.At(given.Path), given.Text, "the command line")),
            environment, file);
}
