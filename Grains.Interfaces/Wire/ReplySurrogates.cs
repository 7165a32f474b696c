using Actors.Mail.Replies;

namespace Actors.Grains.Wire;

[GenerateSerializer, Immutable, Alias("reply-surrogate")]
public struct ReplySurrogate
{
    [Id(0)] public int Code { get; set; }
    [Id(1)] public string? Status { get; set; }
    [Id(2)] public string Text { get; set; }
    [Id(3)] public int? Fault { get; set; }
}

[RegisterConverter]
public sealed class ReplyConverter : IConverter<Reply, ReplySurrogate>
{
    public Reply ConvertFromSurrogate(in ReplySurrogate surrogate) => new(
        surrogate.Code,
        surrogate.Status is null ? null : EnhancedStatusCode.Parse(surrogate.Status),
        surrogate.Text)
    {
        Fault = (ConnectionFault?)surrogate.Fault,
    };

    public ReplySurrogate ConvertToSurrogate(in Reply value) =>
        new() { Code = value.Code, Status = value.Status?.ToString(), Text = value.Text, Fault = (int?)value.Fault };
}
