namespace Actors.Silo.Doctor;

/// <summary>Looks at everything that can be looked at from here, each by itself.</summary>
public static class Examination
{
    public static async IAsyncEnumerable<Finding> Run(Patient patient)
    {
        foreach (var problem in patient.Configuration.Problems)
            yield return Finding.Fail("settings", $"{problem.Subject}: {problem.Rule}", problem.Remedy);
        await foreach (var finding in Ports.Look(patient))
            yield return finding;
        foreach (var finding in DataFolderCheck.Look(patient))
            yield return finding;
        yield return CertificateCheck.Look(patient);
        yield return OpenFiles.Look(patient);
        yield return await Clock.Look(patient);
        await foreach (var finding in Names.Look(patient))
            yield return finding;
        yield return await OutboundPort.Look(patient);
    }
}
