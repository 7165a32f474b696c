using System.Globalization;
using System.Text;
using Actors.Grains.Contacts;
using Actors.Grains.Imports;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>A file is uploaded in parts and read while somebody changes a contact of it; another is cancelled, and both
/// are forgotten.</summary>
internal sealed class ImportFlow(GrainWorld world) : Flow(world)
{
    private const int Contacts = 2 * ImportLimits.RowsAtOnce;

    private static readonly ImportKey First = new(GrainWorld.Shop, "imp_01arz3ndektsv4rrffq69g5fav");
    private static readonly ImportKey Second = new(GrainWorld.Shop, "imp_01arz3ndektsv4rrffq69g5faw");

    private static readonly byte[] File = Encoding.UTF8.GetBytes(Text());

    private ImportView? seen;
    private ImportErrorPage? errors;
    private string cancelled = "";

    public override IReadOnlyList<Action> Steps =>
    [
        () => Begin(First),
        () => Upload(First, isComplete: true),
        () => World.AdvanceTo(Began.AddMinutes(5), Hour),
        () => seen = View(First),
        () => errors = World.Run(World.Grains.Import(First).Errors(0, 100)).Value!,
        () => Begin(Second),
        () => Upload(Second, isComplete: false),
        () => cancelled = $"{World.Run(World.Grains.Import(Second).Cancel()).Value!.Status}",
        () => World.AdvanceTo(Began.AddDays(31), Day),
    ];

    public override void Check()
    {
        foreach (var one in Enumerable.Range(0, Contacts).Select(Contact).OfType<ContactState>())
            one.History.Length.ShouldBe(2, "each of its two rows has changed it once");
    }

    public override IEnumerable<string> Outcome() =>
    [
        $"{seen!.Status} {seen.Counts} {seen.Read} of {seen.Received}, errors {seen.ErrorsKept}", cancelled,
        .. errors!.Errors.Select(error => $"{error.Row} {error.Code}"),
        .. Enumerable.Range(0, Contacts).Select(i => Contact(i)!.Details["city"]),
        $"left: {World.Store.Imports.PartsLeft} {World.Run(World.Grains.Import(First).Get()).Value}",
    ];

    /// <summary>Each address twice, and in between what no row may hold.</summary>
    private static string Text()
    {
        var text = new StringBuilder("email,city\n");
        for (var i = 0; i < Contacts; i++)
            text.Append(CultureInfo.InvariantCulture, $"r{i}@example.org,Oslo\n");
        text.Append("nobody,Oslo\n");
        for (var i = 0; i < Contacts; i++)
            text.Append(CultureInfo.InvariantCulture, $"R{i}@example.org,Bergen {i}\n");
        return text.ToString();
    }

    private ContactState? Contact(int i) =>
        World.Store.Contact(ContactKey.Of(GrainWorld.Shop, EmailAddress.Parse($"r{i}@example.org")));

    private ImportView View(ImportKey key) => World.Run(World.Grains.Import(key).Get()).Value!;

    private void Begin(ImportKey key) => World.Run(World.Grains.Imports(GrainWorld.Shop).Begin(
        key.Id, new ImportDraft(ImportKind.Contacts, ImportFormat.Csv, null, [], key.Id))).Refusal.ShouldBeNull();

    /// <summary>As a client does that was cut off: it asks where to go on.</summary>
    private void Upload(ImportKey key, bool isComplete)
    {
        var import = World.Grains.Import(key);
        while (View(key) is { Status: ImportStatus.Uploading, Received: var received })
        {
            var length = (int)Math.Min(File.Length - received, 20_000);
            if (length == 0 && !isComplete)
                return;
            var isLast = isComplete && received + length == File.Length;
            var answer = World.Run(import.Append(
                new ImportPart(received, File[(int)received..((int)received + length)], isLast)));
            (answer.Refusal?.Code ?? RefusalCode.Conflict).ShouldBe(RefusalCode.Conflict);
        }
    }
}
