using Actors.Grains.Ports;
using Actors.Storage.Contacts;
using Actors.Storage.Counters;
using Actors.Storage.Databases;
using Actors.Storage.Effects;
using Actors.Storage.Events;
using Actors.Storage.GrainStates;
using Actors.Storage.Imports;
using Actors.Storage.Listings;
using Actors.Storage.Messages;
using Actors.Storage.Reminders;
using Actors.Storage.Retention;
using Actors.Storage.Sandbox;
using Actors.Storage.Sqlite;
using Actors.Storage.Submissions;
using Actors.Storage.Writing;

namespace Actors.Storage;

/// <summary>Everything that is stored: one database, one writer, and the ports above them.</summary>
/// <remarks>See <c>docs/storage.md</c>.</remarks>
public sealed class Store : IDisposable
{
    private readonly DataFolder folder;
    private readonly IDatabase database;
    private readonly GroupCommit writer;
    private readonly Eraser eraser;
    private bool closed;

    private Store(DataFolder folder, IDatabase database, StorageOptions options, TimeProvider time)
    {
        (this.folder, this.database) = (folder, database);
        Health = new StoreHealth(time);
        Interrupted = Recovery.Run(database, time.GetUtcNow());
        var tenants = new TenantDirectory();
        var lookup = new MessageLookup(tenants);
        var signals = new EventSignals();
        var births = new Births(options.BirthsMax);
        var fresh = new FreshContents(options.FreshContentBytes);
        var files = new ContentFiles(folder.Path, Health);
        writer = new GroupCommit(database, Health, tenants, signals);
        Grains = new GrainStateStorage(database, writer);
        Listings = new ListingReader(database);
        DueGrains = new DueGrainReader(database);
        Reminders = new ReminderTable(database, writer);
        Rows = new RowStorage(database, writer, lookup, births);
        var domainEntries = new DomainEntries(database, tenants);
        DomainEntries = domainEntries;
        Contacts = new ContactStorage(database, writer, tenants, domainEntries, time);
        Imports = new ImportStorage(Grains, writer, domainEntries, time);
        ImportReader = new ImportReader(database, tenants);
        ContactReader = new ContactReader(database, tenants, time);
        SignUps = new SignUpReader(database);
        ContactDetails = new ContactDetails(database, tenants);
        Submissions = new SubmissionStore(database, writer, files, fresh, births, tenants, Health, time);
        Contents = new ContentReader(database, files, fresh, tenants);
        Due = new DueMessages(database, lookup);
        Effects = new EffectStore(database, writer, lookup);
        Messages = new MessageReader(database, lookup);
        Counters = new CounterReader(database, tenants);
        Allowances = new AllowanceReader(database, tenants);
        Outcomes = new HealthReader(database, tenants);
        Reported = new ReportedReader(database, tenants);
        Events = new EventReader(database, tenants, signals);
        Sandbox = new SandboxStore(database, writer, tenants);
        TenantRows = new TenantRows(database, writer, files, tenants, lookup);
        eraser = new Eraser(database, writer, files, new OrphanSweep(database, files, lookup),
            new RetentionPeriods(Grains, options), time);
    }

    /// <summary>Messages whose attempt died with the last process: due now.</summary>
    public int Interrupted { get; }

    public StoreHealth Health { get; }

    /// <summary>Provider <see cref="StorageNames.Grains"/>.</summary>
    public IGrainStorage Grains { get; }

    /// <summary>Provider <see cref="StorageNames.Rows"/>.</summary>
    public IGrainStorage Rows { get; }

    /// <summary>Provider <see cref="StorageNames.Contacts"/>.</summary>
    public IGrainStorage Contacts { get; }

    /// <summary>Provider <see cref="StorageNames.Imports"/>.</summary>
    public IGrainStorage Imports { get; }

    public IImportReader ImportReader { get; }

    public IContactReader ContactReader { get; }

    public ISignUpReader SignUps { get; }

    public IContactDetails ContactDetails { get; }

    public IDomainEntries DomainEntries { get; }

    public IListingReader Listings { get; }

    public IDueGrains DueGrains { get; }

    public IReminderTable Reminders { get; }

    public ISubmissionStore Submissions { get; }

    public IContentReader Contents { get; }

    public IDueMessages Due { get; }

    public IEffectStore Effects { get; }

    public IMessageReader Messages { get; }

    public IEventReader Events { get; }

    public ICounterReader Counters { get; }

    public IAllowanceReader Allowances { get; }

    public IHealthReader Outcomes { get; }

    public IReportedReader Reported { get; }

    public ISandboxStore Sandbox { get; }

    public ITenantRows TenantRows { get; }

    internal GroupCommit Writer => writer;

    /// <summary>Erases all that is over at present, as happens by itself every
    /// <see cref="RetentionLimits.Interval"/>.</summary>
    public Task Erase(CancellationToken cancellation = default) => eraser.Round(cancellation);

    /// <summary>Transactions since the start.</summary>
    public long Commits => writer.Commits;

    /// <summary>Opens or creates the store and takes its folder.</summary>
    /// <exception cref="ArgumentException">An option is outside its range; the message lists all of them.</exception>
    /// <exception cref="DataFolderInUseException">Another process holds the folder.</exception>
    /// <exception cref="SchemaTooNewException">A later version wrote it.</exception>
    public static Store Open(StorageOptions options, TimeProvider time) =>
        Open(options, time, folder => new SqliteDatabase(folder.Database, options.Readers));

    /// <summary>As <see cref="Open(StorageOptions, TimeProvider)"/>, on another database.</summary>
    public static Store Open(StorageOptions options, TimeProvider time, Func<DataFolder, IDatabase> open) =>
        Open(options, time, open, ownThread: true);

    /// <param name="ownThread">False where a test decides when <see cref="Writer"/> writes, and erases when it
    /// wants.</param>
    internal static Store Open(
        StorageOptions options, TimeProvider time, Func<DataFolder, IDatabase> open, bool ownThread)
    {
        var problems = options.Problems();
        if (problems.Count > 0)
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
        var folder = DataFolder.Take(options.Folder);
        IDatabase? database = null;
        try
        {
            database = open(folder);
            var store = new Store(folder, database, options, time);
            if (ownThread)
                store.Start();
            return store;
        }
        catch
        {
            database?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Stores what waits, and closes.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, true))
            return;
        eraser.Dispose();
        writer.Dispose();
        database.Dispose();
        folder.Dispose();
    }

    private void Start()
    {
        writer.Start();
        eraser.Start();
    }
}
