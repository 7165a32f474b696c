using System.Globalization;
using Actors.Benchmarks.Reports;
using Actors.Grains.Ids;
using Actors.Grains.Statistics;
using Actors.Storage;

// How long reports take over a month of mail: dotnet run -c Release --project benchmarks/reports -- 1000000
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var messages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var folder = Directory.CreateTempSubdirectory("bench-reports-").FullName;
try
{
    using (Store.Open(new StorageOptions { Folder = folder }, TimeProvider.System))
    {
        // Makes the tables.
    }

    var rows = Counted.Of(messages).Insert(Path.Combine(folder, "actors.db"));
    Console.WriteLine($"{messages:N0} messages, {rows:N0} rows of counters");
    using var store = Store.Open(new StorageOptions { Folder = folder }, TimeProvider.System);
    var reports = new Measured(store.Counters);
    var all = new ReportFilter(null, null, null, null, Counted.First, Counted.First.AddDays(Counted.Days - 1));
    await reports.Report("all of it", all, ReportGrouping.Total);
    await reports.Report("all of it, by day", all, ReportGrouping.Day);
    await reports.Report("an account", all with { Account = AccountId.Parse("acc_1") }, ReportGrouping.Total);
    await reports.Report("a campaign, by day", all with { Campaign = "campaign-07" }, ReportGrouping.Day);
    await reports.Report("a tag", all with { Tag = "tag-07" }, ReportGrouping.Total);
    await reports.Report(
        "a campaign with a tag", all with { Campaign = "campaign-07", Tag = "tag-07" }, ReportGrouping.Total);
    await reports.Campaigns("20 campaigns with totals", new CampaignSearch(null, null, all.First, all.Last, null, 20));
    await reports.Billing("a month's billing figures");
}
finally
{
    Directory.Delete(folder, recursive: true);
}
