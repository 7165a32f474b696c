using System.Globalization;
using Actors.Grains.Queries;

namespace Actors.Api.Admin.Effects;

/// <summary>What an event of a message means to others, and could not be carried out for days.</summary>
/// <param name="Id">Its name in logs.</param>
/// <param name="Kind">failure_notice: the submitter is to be told that the message has failed.</param>
/// <param name="MessageId">rcp_...</param>
/// <param name="Failures">Tries that failed.</param>
/// <param name="Reason">Of the last one.</param>
internal sealed record FailedEffectBody(
    string Id, string Kind, string Tenant, string MessageId, int Failures, DateTimeOffset FirstFailedAt, string Reason)
{
    public static FailedEffectBody Of(FailedEffect failed) => new(
        failed.Number.ToString(CultureInfo.InvariantCulture), failed.Kind, failed.Message.Tenant.Value,
        failed.Message.Message.ToString(), failed.Failures, failed.FirstFailedAt, failed.Reason);
}
