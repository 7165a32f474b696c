using Microsoft.Extensions.Logging.Console;

namespace Actors.Silo.Configuration;

/// <summary>What is logged, and how: one line each, to standard error; the framework speaks only when something is
/// wrong.</summary>
public static class LogSettings
{
    public static void AddActors(this ILoggingBuilder logging, SiloSettings settings)
    {
        var least = Enum.Parse<LogLevel>(settings.LogLevel, ignoreCase: true);
        logging.ClearProviders();
        logging.SetMinimumLevel(least);
        var leastOfFramework = least == LogLevel.Information ? LogLevel.Warning : least;
        logging.AddFilter("Microsoft", leastOfFramework);
        logging.AddFilter("Orleans", leastOfFramework);
        logging.AddFilter("Polly", leastOfFramework); // what Orleans retries with
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
