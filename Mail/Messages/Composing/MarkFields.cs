namespace Actors.Mail.Messages.Composing;

/// <summary>Writes what <see cref="SendingMarks"/> says.</summary>
internal static class MarkFields
{
    internal const string PrecedenceName = "Precedence";
    internal const string FeedbackIdName = "Feedback-ID";

    internal static void Write(HeaderWriter header, SendingMarks marks)
    {
        if (marks.FeedbackId is { } feedback)
            header.Line(FeedbackIdName, feedback.Value);
        if (marks.Precedence != Precedence.None)
            header.Line(PrecedenceName, marks.Precedence == Precedence.List ? "list" : "bulk");
        if (marks.Unsubscribe is { } list)
            HeaderFields.Unsubscribe(header, list);
    }
}
