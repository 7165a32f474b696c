using Actors.Grains.Credentials;
using Microsoft.Extensions.Options;

namespace Actors.Api;

/// <summary>Names every option that is out of its range, all at once.</summary>
internal sealed class ApiOptionsValidator : IValidateOptions<ApiOptions>
{
    private const int KiB = 1024;
    private const int GiB = 1024 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.MessageBodyBytesMax), options.MessageBodyBytesMax, 64 * KiB, GiB);
        Check(nameof(options.MessageBytesMax), options.MessageBytesMax, 64 * KiB, GiB);
        Check(nameof(options.BatchBodyBytesMax), options.BatchBodyBytesMax, 64 * KiB, GiB);
        Check(nameof(options.BatchBytesMax), options.BatchBytesMax, 64 * KiB, int.MaxValue);
        Check(nameof(options.BodyBytesMax), options.BodyBytesMax, KiB, KiB * KiB);
        Check(nameof(options.BatchConcurrency), options.BatchConcurrency, 1, 500);
        Check(nameof(options.RequestsPerSecond), options.RequestsPerSecond, 1, 1_000_000);
        Check(nameof(options.RequestsBurst), options.RequestsBurst, options.RequestsPerSecond, 10_000_000);
        Check(nameof(options.PasswordIterations), options.PasswordIterations,
            PasswordDerivation.IterationsNow, 10_000_000);
        Check(nameof(options.PasswordConcurrency), options.PasswordConcurrency, 1, 64);
        Check(nameof(options.ReadinessTimeout), options.ReadinessTimeout.TotalMilliseconds, 100, 30_000, " ms");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string option, double value, double min, double max, string unit = "")
        {
            if (value < min || value > max)
                faults.Add($"Api:{option} is {value}{unit}; it has to be {min} to {max}{unit}.");
        }
    }
}
