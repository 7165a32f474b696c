using System.Collections.Concurrent;
using System.Collections.Immutable;
using Actors.Fuzzing.Targets;

namespace Actors.Fuzzing;

/// <summary>Every parser of the product that reads what others write.</summary>
public static class FuzzTargets
{
    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        new MailTarget(), new SubmissionTarget(), new AddressTarget(), new EncodedWordTarget(), new DowngradeTarget(),
        new ReportTarget(),
        new ReplyTarget(), new BounceTarget(), new DkimTarget(), new DkimKeyTarget(), new SpfTarget(),
        new Pkcs12Target(),
        new DmarcTarget(), new DnsTarget(), new ServerTarget(), new ClientTarget(), new RequestTarget(),
        new TemplateTarget(), new ImportCsvTarget(), new ImportJsonTarget(),
        new TokenTarget(),
    ];

    /// <summary>As many at a time as there are processors.</summary>
    /// <param name="tell">What came of each.</param>
    public static IReadOnlyCollection<FuzzFailureException> Run(
        IEnumerable<FuzzTarget> targets, int seed, TimeSpan each, TimeProvider time, Action<string> tell)
    {
        var failures = new ConcurrentBag<FuzzFailureException>();
        Parallel.ForEach(
            targets,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            target =>
            {
                try
                {
                    tell(new FuzzRun(target, seed, time).Run(each).ToString());
                }
                catch (FuzzFailureException failure)
                {
                    failures.Add(failure);
                }
            });
        return failures;
    }
}
